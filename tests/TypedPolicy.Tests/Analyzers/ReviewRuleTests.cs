using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP0003, TP2007, TP3003, TP3004, TP3006, TP4010, TP4011, TP8001: what the whole policy tells.</summary>
public sealed class ReviewRuleTests
{
    [Theory]
    [InlineData("namespace Contoso.Policy { [Domain] public sealed class Web; }")]
    [InlineData("[FileType] public sealed class F; [Domain, Allow<F>(FilePerms.ReadSet), Allow<F>(FilePerms.Write)] public sealed class D;", "TP2007")]
    [InlineData("[FileType] public sealed class F; [PolicyBoolean] public sealed class B; [Domain, Allow<F>(FilePerms.Read)] public sealed class D { [If<B>, Allow<F>(FilePerms.ReadSet)] static class When; }", "TP2007", "TP8001")]
    [InlineData("""[Domain, Role<SystemR>] public sealed class D { [Entrypoint, FileContext("/usr/bin/d", FileKind.File)] public sealed class Exec; }""", "TP3003", "TP3004", "TP3006")]
    [InlineData("""[External("container_domain")] public interface IContainer; [Domain] public sealed class D : IContainer;""", "TP3003", "TP3004")]
    [InlineData("""[FileType, FileContextTree("/srv/a")] public sealed class F; [FileType, FileContextPattern("/srv/a/b.*"), FileContextPattern("/srv/[ab].*", FileKind.File)] public sealed class G; [FileType, FileContextPattern("/srv/[ab].*/c", FileKind.Directory)] public sealed class H;""", "TP4010")]
    [InlineData("""[FileType, FileContext("/srv/a", FileKind.File), FileContext("/srv/a", FileKind.Directory)] public sealed class F;""", "TP4010", "TP4011")]
    public async Task What_is_as_it_should_be_is_left_alone(string policy, params string[] ids) =>
        Assert.Empty(await PolicyProject.Of(policy, ids.Length == 0 ? ["TP0003"] : ids).Squiggles());

    [Fact]
    public async Task A_rule_that_an_interface_says_already_has_the_interface_as_its_other_place()
    {
        var project = PolicyProject.Of(
            """
            [FileType] public sealed class F;
            [PolicyInterface, Allow<F>(FilePerms.ReadSet)] public sealed class ReadAttribute : PolicyInterfaceAttribute;
            [Domain, Read, Allow<F>(FilePerms.Read)] public sealed class D;
            """,
            "TP2007");

        var found = Assert.Single(await project.Find());

        Assert.Equal("Read", found.Location.SourceTree!.GetText().ToString(Assert.Single(found.AdditionalLocations).SourceSpan));
        Assert.Contains("[Domain, Read] public sealed class D;", await project.Fix(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_repetitions_are_taken_out_at_once_with_their_lines()
    {
        var project = PolicyProject.Of(
            "[FileType]\n[FileContext(\"/srv/a\")]\n[FileContext(\"/srv/a\")]\n// and once more\n[FileContext(\"/srv/a\")]\npublic sealed class F;", "TP4010");

        Assert.Equal("using TypedPolicy;\n[FileType]\n[FileContext(\"/srv/a\")]\n// and once more\npublic sealed class F;", await project.FixAll());
        Assert.Empty(await project.Squiggles());
    }
}
