using System.IO.Compression;
using System.Text.Json;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>typedpolicy learn</c>, on a project as a build leaves it.</summary>
[Trait("Needs", "toolchain")]
public sealed class LearnTests : IDisposable
{
    private const string Source = """
        using TypedPolicy;

        [assembly: PolicyModule("greeter")]

        namespace Example.Policy;

        [Domain, Role<SystemR>]
        [Allow<Self>(TcpSocketPerms.Create)] // its connections
        public sealed class Greeter;

        """;

    private readonly TemporaryFolder _folder = new();

    public LearnTests()
    {
        KeptPolicies.Isolate();
        Project();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_shown_is_what_is_written_and_a_second_run_changes_nothing()
    {
        var log = Log(Avc("greeter_t", "greeter_t", "tcp_socket", "listen"), Avc("greeter_t", "etc_t", "file", "getattr open read"));
        var shown = Learn(log, "--diff").Succeeds();
        Assert.Equal(
            """
            --- a/Policy.cs
            +++ b/Policy.cs
            @@ -5,5 +5,8 @@
             namespace Example.Policy;
             
             [Domain, Role<SystemR>]
            -[Allow<Self>(TcpSocketPerms.Create)] // its connections
            +[Allow<Self>(TcpSocketPerms.Create | TcpSocketPerms.Listen)] // its connections
            +[Allow<Etc>(FilePerms.ReadSet)]
             public sealed class Greeter;
            +
            +[External("etc_t")] public sealed class Etc;

            """.ReplaceLineEndings("\n"),
            shown.Output);
        Assert.Equal(Source, Text);

        var applied = Learn(log, "--apply").Succeeds();
        Assert.Contains("Changed: Policy.cs.", applied.Error, StringComparison.Ordinal);
        Assert.Contains("All of it is allowed", applied.Error, StringComparison.Ordinal);
        Assert.Contains("[Allow<Etc>(FilePerms.ReadSet)]\n", Text, StringComparison.Ordinal);
        Assert.Equal(["Policy.cs", "Web.csproj", "obj"], Directory.EnumerateFileSystemEntries(_folder.At("Web")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var written = Text;
        Assert.DoesNotContain("Changed:", Learn(log, "--apply").Succeeds().Error, StringComparison.Ordinal);
        Assert.Equal(written, Text);
    }

    [Fact]
    public void A_log_may_be_compressed_or_a_folder_of_rotated_ones()
    {
        var folder = _folder.At("audit");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "audit.log"), Avc("greeter_t", "greeter_t", "tcp_socket", "listen") + "\n");
        File.WriteAllText(Path.Combine(folder, "audit.log.1"), Avc("greeter_t", "greeter_t", "tcp_socket", "bind") + "\n");
        using (var compressed = new GZipStream(File.Create(Path.Combine(folder, "audit.log.2.gz")), CompressionLevel.Fastest))
        {
            compressed.Write(System.Text.Encoding.UTF8.GetBytes(Avc("greeter_t", "greeter_t", "tcp_socket", "accept") + "\n"));
        }

        Assert.Equal("accept bind listen", Permissions(folder));
        Assert.Equal("accept", Permissions(Path.Combine(folder, "audit.log.2.gz")));

        string Permissions(string path) => string.Join(' ', Learn(path, "--format", "json").Succeeds().Json().GetProperty("denials")[0].GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public void What_cannot_be_learned_from_is_told_with_an_exit_code_of_its_own()
    {
        Assert.Contains("The log has no denials.", Learn(Log("nothing here")).EndsWith(ExitCode.No).Error, StringComparison.Ordinal);
        Assert.Contains("No denial in the log can be read; 1 records look like one.", Learn(Log("type=AVC msg=audit(1.0:1): avc:  denied  { read } for  pid=1 scontext=x tclass=file")).EndsWith(ExitCode.No).Error, StringComparison.Ordinal);
        Assert.Contains("No denial in the log is of a domain of this project.", Learn(Log(Avc("sshd_t", "etc_t", "file", "read"))).EndsWith(ExitCode.No).Error, StringComparison.Ordinal);
        Assert.Contains("There is no type lamp_t", Learn(Log(Avc("greeter_t", "lamp_t", "file", "read"))).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
        Assert.Contains("does not know lamp { read }", Learn(Log(Avc("greeter_t", "etc_t", "lamp", "read"))).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
        Assert.Contains("does not know file { fly }", Learn(Log(Avc("greeter_t", "etc_t", "file", "fly"))).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
        Learn(_folder.At("missing.log")).EndsWith(ExitCode.Failure);
        Learn(Log(""), "--apply", "--diff").EndsWith(ExitCode.Usage);
    }

    [Fact]
    public void A_project_that_does_not_build_is_not_edited()
    {
        var broken = Source.Replace("[Domain, Role<SystemR>]", "[Domain, FileType, Role<SystemR>]", StringComparison.Ordinal);
        File.WriteAllText(_folder.At("Web/Policy.cs"), broken);
        Assert.Contains("The project does not build: Policy.cs(", Learn(Log(Avc("greeter_t", "etc_t", "file", "read")), "--apply").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Equal(broken, Text);
    }

    private string Text => File.ReadAllText(_folder.At("Web/Policy.cs"));

    private static string Avc(string source, string target, string @class, string permissions) =>
        $"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ {permissions} }} for  pid=1 comm=\"greeter\" scontext=system_u:system_r:{source}:s0 tcontext=system_u:object_r:{target}:s0 tclass={@class} permissive=1";

    private string Log(params string[] lines) => _folder.Write("a.log", string.Join('\n', lines) + "\n");

    private CommandRun Learn(params string[] arguments) => TypedPolicyCommand.Run(["learn", .. arguments, "--project", _folder.At("Web"), "--headers", _folder.At("none")]);

    private void Project()
    {
        const string Staged = "Web/obj/Debug/net10.0/policy";
        var record = _folder.At("Web/obj/typedpolicy/Debug_net10.0.json");
        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        Directory.CreateDirectory(_folder.At(Staged));
        _folder.Write("Web/Web.csproj", "");
        _folder.Write("Web/Policy.cs", Source);
        _folder.Write($"{Staged}/greeter.cil", "");
        _folder.Write("Web/obj/typedpolicy/Debug_net10.0.json", JsonSerializer.Serialize(new
        {
            version = 1,
            project = "../../Web.csproj",
            configuration = "Debug",
            framework = "net10.0",
            started = DateTime.UtcNow,
            staged = "../Debug/net10.0/policy",
            policy = "../../bin/Debug/net10.0/policy",
            targets = new[] { "el9" },
            files = new[] { "greeter.cil" },
            own = new[] { "greeter.cil" },
            bases = Array.Empty<object>(),
            sources = new[] { "../../Policy.cs" },
            references = References(),
            symbols = Array.Empty<string>(),
            spelling = "el9",
            projects = Array.Empty<string>(),
        }));
    }

    // The vocabulary as it was built beside this test, and what it is compiled with.
    private static string[] References()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        var vocabulary = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/TypedPolicy/bin", configuration, "netstandard2.0/TypedPolicy.dll"));
        return
        [
            vocabulary,
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll"),
        ];
    }
}
