using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP1010, TP2008, TP2010, TP3001, TP3010, TP4016, TP5005: what the rules of a policy add up to.</summary>
public sealed class AccessReviewTests
{
    private const string Whole = """[Domain, Role<SystemR>] sealed class D { [Entrypoint, FileContext("/usr/bin/d", FileKind.File)] public sealed class Exec; } """;

    [Theory]
    [InlineData("TP1010", "[FileType] public sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] public interface IReader;")]
    [InlineData("TP1010", "[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] interface IReader; [Domain] sealed class D : IReader;")]
    [InlineData("TP1010", "[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] interface IReader; [PolicyInterface, MemberOf<IReader>] sealed class JoinAttribute : PolicyInterfaceAttribute;")]
    [InlineData("TP1010", "[TypeAttribute] interface IReader;")]
    [InlineData("TP1010", "[assembly: RawCil(\"(typeattributeset reader (etc_t))\")] [FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] interface IReader;")]
    [InlineData("TP2008", "[Domain] sealed class E; [Domain, Allow<E>(FilePerms.ReadSet, ProcessPerms.Signal), Allow<Self>(CapabilityPerms.Chown)] sealed class D;")]
    [InlineData("TP2008", "[FileType] sealed class F; [Domain, Allow<F>(ServicePerms.Start)] sealed class D;")]
    [InlineData("TP2008", "[Domain] sealed class E { [Entrypoint, FileContext(\"/usr/bin/e\"), FileContext(\"/usr/lib/systemd/system/e\\\\.service\")] public sealed class Exec; } [Domain, Allow<E.Exec>(ServicePerms.Start)] sealed class D;")]
    [InlineData("TP2008", "[Domain] sealed class E { [Entrypoint, FileContext(\"/usr/bin/e\"), FileContextTree(\"/etc/systemd/system/e.service.d\")] public sealed class Exec; } [Domain, Allow<E.Exec>(ServicePerms.Start)] sealed class D;")]
    [InlineData("TP2010", "[Domain] sealed class D : IAny; [TypeAttribute] interface IAny; [TypeAttribute, Include<IAny>, Exclude<D>] interface IOthers;")]
    [InlineData("TP3001", Whole + "[Domain, DomainTransition<D>] sealed class E;")]
    [InlineData("TP3001", "[External(\"tool_exec_t\")] sealed class ToolExec; [Domain, Entrypoint<ToolExec>] sealed class Tool; [TypeAttribute, Allow<ToolExec>(FilePerms.Exec)] interface IRunner; [Domain, TypeTransition<ToolExec, Tool>(typeof(ProcessPerms)), Allow<Tool>(ProcessPerms.Transition)] sealed class D : IRunner;")]
    [InlineData("TP3001", "[External(\"daemon\")] interface IDaemon; [External(\"tool_exec_t\")] sealed class ToolExec; [Domain, Entrypoint<ToolExec>] sealed class Tool; [Domain, TypeTransition<ToolExec, Tool>(typeof(ProcessPerms))] sealed class D : IDaemon;")]
    [InlineData("TP3010", "[External(\"tmp_t\")] sealed class Tmp; [FileType] sealed class Cache; [Domain, TypeTransition<Tmp, Cache>(typeof(FilePerms)), Allow<Tmp>(DirPerms.AddEntry), Allow<Cache>(FilePerms.Manage)] sealed class D;")]
    [InlineData("TP4016", """[FileType, FileContext("/srv/cache")] sealed class Cache;""")]
    [InlineData("TP4016", "[External(\"tmp_t\")] sealed class Tmp; [FileType] sealed class Cache; [Domain, TypeTransition<Tmp, Cache>(typeof(FilePerms))] sealed class D;")]
    [InlineData("TP5005", "[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Exec)] sealed class D; [Domain, Allow<F>(FilePerms.Write)] sealed class E;")]
    [InlineData("TP5005", "[FileType] sealed class F; [PolicyBoolean] sealed class B; [Domain] sealed class D { [If<B>, Allow<F>(FilePerms.Exec)] static class On; [IfNot<B>, Allow<F>(FilePerms.Write)] static class Off; }")]
    public async Task What_is_as_it_should_be_is_left_alone(string id, string policy) => Assert.Empty(await PolicyProject.Of(policy, id).Squiggles());

    [Fact]
    public async Task A_statement_in_CIL_speaks_for_what_it_names_and_for_nothing_else()
    {
        var project = PolicyProject.Of(
            """[assembly: RawCil("(roletype system_r one_t)")] [Domain] sealed class One; [Domain] sealed class Two;""", "TP3004");

        Assert.StartsWith("TP3004 «Two» ", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_a_unit_file_is_no_unit()
    {
        var project = PolicyProject.Of("""[Domain] sealed class E { [Entrypoint, FileContext("/usr/bin/e")] public sealed class Exec; } [Domain, Allow<E.Exec>(ServicePerms.Start)] sealed class D;""", "TP2008");

        Assert.StartsWith("TP2008 «Allow<E.Exec>(ServicePerms.Start)» systemd checks the class service against the type of the unit file", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_has_the_execution_as_its_other_place()
    {
        var project = PolicyProject.Of("[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Exec), Allow<F>(FilePerms.Write)] sealed class D;", "TP5005");

        var found = Assert.Single(await project.Find());

        Assert.Equal("Allow<F>(FilePerms.Exec)", found.Location.SourceTree!.GetText().ToString(Assert.Single(found.AdditionalLocations).SourceSpan));
    }
}
