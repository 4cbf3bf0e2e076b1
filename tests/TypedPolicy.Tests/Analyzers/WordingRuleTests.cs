using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP1004, TP2006, TP7006: what is right and could be said better.</summary>
public sealed class WordingRuleTests
{
    // What bindings have of a base whose sets are not the library's.
    private const string Bindings = """
        namespace TypedPolicy.Base
        {
            public static class Perms
            {
                public static class File
                {
                    public const FilePerms Manage = FilePerms.Manage | FilePerms.Watch;
                    public const FilePerms AppendInherited = FilePerms.Getattr | FilePerms.Append;
                    public const FilePerms ReadInherited = FilePerms.ReadInherited;
                    public const FilePerms Read = FilePerms.ReadSet;
                }
            }
        }

        """;

    [Theory]
    [InlineData("""[Domain("web")] sealed class Web;""", "\"web\"", "'web' does not follow the SELinux naming convention: names of types end in _t, of executables in _exec_t. Name it web_t.", """[Domain("web_t")] sealed class Web;""")]
    [InlineData("""[Domain] sealed class Web { [Entrypoint("web_t_exec")] public sealed class Exec; }""", "\"web_t_exec\"", "'web_t_exec' does not follow the SELinux naming convention: names of types end in _t, of executables in _exec_t. Name it web_t_exec_t.", """[Domain] sealed class Web { [Entrypoint("web_t_exec_t")] public sealed class Exec; }""")]
    [InlineData("""[Role("web_t")] sealed class Web;""", "\"web_t\"", "'web_t' does not follow the SELinux naming convention: names of roles end in _r. Name it web_r.", """[Role("web_r")] sealed class Web;""")]
    [InlineData("""[TypeAttribute("web_t")] interface IWeb;""", "\"web_t\"", "'web_t' does not follow the SELinux naming convention: names that end in _t are those of types. Name it web.", """[TypeAttribute("web")] interface IWeb;""")]
    public async Task A_name_that_reads_as_something_else_is_put_right(string policy, string underlined, string message, string put)
    {
        var project = PolicyProject.Of(policy, "TP1004");

        Assert.Equal($"TP1004 «{underlined}» {message}", Assert.Single(await project.Squiggles()));
        Assert.Equal("using TypedPolicy;\n" + put, await project.Fix());
        Assert.Empty(await project.Squiggles());
    }

    [Fact]
    public async Task A_project_may_ask_for_a_prefix()
    {
        var options = new Dictionary<string, string> { ["typedpolicy.TP1004.prefix"] = "web_" };
        var project = PolicyProject.Of(["""[Domain] sealed class Web; [FileType("cache_t")] sealed class Cache; [FileType] sealed class Log;"""], ["TP1004"], options: options);

        Assert.Equal(
            [
                "TP1004 «\"cache_t\"» cache_t does not begin with web_, as names of this project do (typedpolicy.TP1004.prefix). Name it web_cache_t.",
                "TP1004 «Log» log_t does not begin with web_, as names of this project do (typedpolicy.TP1004.prefix). Name it web_log_t.",
            ],
            await project.Squiggles());
        Assert.Contains("""[FileType("web_cache_t")]""", await project.Fix(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_that_no_name_can_have_is_said_at_each_name_and_no_fix_writes_it()
    {
        var options = new Dictionary<string, string> { ["typedpolicy.TP1004.prefix"] = "web:" };
        var project = PolicyProject.Of(["""[FileType("cache_t")] sealed class Cache;"""], ["TP1004"], options: options);

        var squiggle = Assert.Single(await project.Squiggles());
        Assert.StartsWith("TP1004 «\"cache_t\"» typedpolicy.TP1004.prefix is 'web:', which no name can begin with: ", squiggle, StringComparison.Ordinal);
        Assert.EndsWith(". Correct it where it is set.", squiggle, StringComparison.Ordinal);
        Assert.Null(await project.Fix());
    }

    [Fact]
    public async Task Names_that_fit_are_left_alone() =>
        Assert.Empty(await PolicyProject.Of("""[Domain] sealed class Web { [Entrypoint] public sealed class Exec; } [Role] sealed class Ops; [TypeAttribute] interface IWeb; [PolicyBoolean("web_t")] sealed class B; [Template] abstract class T<TSelf>;""", "TP1004").Squiggles());

    [Theory]
    [InlineData("FilePerms.Read", "Without 'open' this covers only file descriptors that are inherited or passed in. FilePerms.ReadSet includes 'open'. Use FilePerms.ReadInherited if descriptors are meant to be passed in.", "FilePerms.ReadSet")]
    [InlineData("FilePerms.Getattr | FilePerms.Ioctl | FilePerms.Lock | FilePerms.Open | FilePerms.Read", "These are the permissions of the set FilePerms.ReadSet. Write FilePerms.ReadSet.", "FilePerms.ReadSet")]
    public async Task Permissions_that_a_set_says_are_written_as_the_set(string permissions, string message, string set)
    {
        var project = PolicyProject.Of($"[FileType] sealed class F; [Domain, Allow<F>({permissions})] sealed class D;", "TP2006");

        Assert.Equal($"TP2006 «{permissions}» {message}", Assert.Single(await project.Squiggles()));
        Assert.Equal($"using TypedPolicy;\n[FileType] sealed class F; [Domain, Allow<F>({set})] sealed class D;", await project.Fix());
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("Allow<F>(FilePerms.ReadSet)")]
    [InlineData("Allow<F>(FilePerms.ReadInherited)")]
    [InlineData("Allow<F>(FilePerms.Read | FilePerms.Open)")]
    [InlineData("Allow<F>(LnkFilePerms.Read)")]
    [InlineData("Allow<F>(SockFilePerms.Write)")]
    [InlineData("Allow<F>(FilePerms.Getattr)")]
    [InlineData("Allow<F>(FilePerms.Read, FilePerms.Open)")]
    [InlineData("DontAudit<F>(FilePerms.Read)")]
    public async Task Permissions_that_say_what_is_meant_are_left_alone(string rule) =>
        Assert.Empty(await PolicyProject.Of($"[FileType] sealed class F; [Domain, {rule}] sealed class D;", "TP2006").Squiggles());

    [Fact]
    public async Task Permissions_that_a_set_of_the_bindings_says_are_written_as_that()
    {
        var project = PolicyProject.Of($"{Bindings}[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Manage | FilePerms.Watch)] sealed class D;", "TP2006");

        Assert.Equal("TP2006 «FilePerms.Manage | FilePerms.Watch» These are the permissions of the set Perms.File.Manage. Write Perms.File.Manage.", Assert.Single(await project.Squiggles()));
        Assert.EndsWith("[Domain, Allow<F>(TypedPolicy.Base.Perms.File.Manage)] sealed class D;", await project.Fix(), StringComparison.Ordinal);
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("Perms.File.AppendInherited")]
    [InlineData("Perms.File.Manage | FilePerms.Execute")]
    [InlineData("Perms.File.Manage")]
    public async Task A_set_of_the_bindings_is_left_alone_whatever_it_lacks(string permissions) =>
        Assert.Empty(await PolicyProject.Of($"using TypedPolicy.Base;\n{Bindings}[FileType] sealed class F; [Domain, Allow<F>({permissions})] sealed class D;", "TP2006").Squiggles());

    [Fact]
    public async Task What_the_library_has_a_word_for_is_that_word()
    {
        var project = PolicyProject.Of($"using TypedPolicy.Base;\n{Bindings}[FileType] sealed class F; [Domain, Allow<F>(Perms.File.ReadInherited | FilePerms.Open)] sealed class D;", "TP2006");

        Assert.Equal("TP2006 «Perms.File.ReadInherited | FilePerms.Open» These are the permissions of the set FilePerms.ReadSet. Write FilePerms.ReadSet.", Assert.Single(await project.Squiggles()));
    }

    [Fact]
    public async Task A_public_interface_is_documented_with_its_rules()
    {
        var project = PolicyProject.Of(
            "[FileType] public sealed class F;\n\n[PolicyInterface]\n[Allow<F>(FilePerms.ReadSet)]\npublic sealed class ReadAttribute : PolicyInterfaceAttribute;\n", "TP7006");

        Assert.Equal(
            ["TP7006 «ReadAttribute» ReadAttribute is a public policy interface without documentation. Add a <summary> of what it grants: completion shows it to everyone who may apply the interface."],
            await project.Squiggles());
        Assert.Equal(
            "using TypedPolicy;\n[FileType] public sealed class F;\n\n/// <summary>Grants <c>Allow&lt;F&gt;(FilePerms.ReadSet)</c>.</summary>\n[PolicyInterface]\n[Allow<F>(FilePerms.ReadSet)]\npublic sealed class ReadAttribute : PolicyInterfaceAttribute;\n",
            await project.Fix());
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("/// <summary>Reads.</summary>\n[PolicyInterface] public sealed class ReadAttribute : PolicyInterfaceAttribute;")]
    [InlineData("[PolicyInterface] internal sealed class ReadAttribute : PolicyInterfaceAttribute;")]
    public async Task An_interface_that_is_documented_or_ones_own_is_left_alone(string policy) =>
        Assert.Empty(await PolicyProject.Of(policy, "TP7006").Squiggles());
}
