using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>find</c>, on headers of a farm.</summary>
public sealed class FindTests : IDisposable
{
    private const string Barn = """
        ## <summary>Read the hay.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_hay',`
        	gen_require(`type hay_t;')
        	allow $1 hay_t:file { getattr read };
        ')

        ## <summary>Read and write the hay.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_manage_hay',`
        	barn_read_hay($1)
        	allow $1 hay_t:file { append write };
        ')

        ## <summary>Start at a run.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        ## <param name="entry_point"><summary>Its program.</summary></param>
        interface(`barn_daemon',`
        	gen_require(`type farmer_t;')
        	allow farmer_t $1:process transition;
        	allow farmer_t $2:file { execute read };
        	allow $1 $2:file entrypoint;
        ')
        """;

    private readonly TemporaryFolder _folder = new();

    public FindTests()
    {
        Directory.CreateDirectory(_folder.At("headers/farm"));
        Directory.CreateDirectory(_folder.At("headers/support"));
        _folder.Write("headers/support/macros.spt", "define(`gen_require',`require { $1 }')\n");
        _folder.Write("headers/farm/barn.if", Barn);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_regular_expression_finds_interfaces_and_types_and_says_what_C_sharp_writes()
    {
        var run = Find("READ.*hay").Succeeds();
        Assert.Equal(
            """
            [Barn.ReadHay]  barn_read_hay, interface of barn
                Read the hay.
            [Barn.ManageHay]  barn_manage_hay, interface of barn
                Read and write the hay.

            """,
            run.Output);
        Assert.Equal("Hay  hay_t, type of barn\n", Find("^hay_").Succeeds().Output);
        Assert.Equal("[Barn.Daemon<TEntryPoint>]", Find("barn_daemon", "--format", "json").Succeeds().Json().GetProperty("found")[0].GetProperty("csharp").GetString());
    }

    [Fact]
    public void Nothing_found_ends_with_1_and_says_what_may_have_been_meant()
    {
        var run = Find("barn_read_hey").EndsWith(ExitCode.No);
        Assert.Empty(run.Output);
        Assert.Contains("Did you mean barn_read_hay", run.Error, StringComparison.Ordinal);
        var unknown = Find("--grants", "hat_t:file write").EndsWith(ExitCode.Failure).Error;
        Assert.Contains("have a type or attribute hat_t", unknown, StringComparison.Ordinal);
        Assert.Contains("Did you mean hay_t?", unknown, StringComparison.Ordinal);
        Find("--grants", "hat_t:file write", "--format", "json").EndsWith(ExitCode.Failure);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=x)y")]
    [InlineData("((((a{1000}){1000}){1000}){1000})")]
    public void An_expression_that_cannot_be_searched_with_is_a_mistake_of_the_command_line(string expression) =>
        Assert.StartsWith("error: Invalid regular expression", Find(expression).EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);

    [Fact]
    public void An_expression_that_would_run_away_with_backtracking_ends() => Find("^(([a-z])+.)+[A-Z]([a-z])+$(x+x+)+y").EndsWith(ExitCode.No);

    [Fact]
    public void What_is_to_be_found_is_said_once()
    {
        Assert.Contains("Write one of:", Find().EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        Find("x", "--grants", "hay_t:file read").EndsWith(ExitCode.Usage);
        Assert.Contains("TARGET:CLASS PERMISSION", Find("--grants", "hay_t read").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_are_missing_end_with_3() =>
        Assert.Contains("There are no headers in /no/such/folder.", TypedPolicyCommand.Run("find", "x", "--headers", "/no/such/folder").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);

    [Fact]
    public void Access_is_answered_by_interfaces_with_the_least_else_first_and_writing_is_said()
    {
        var run = Find("--grants", "hay_t:file read").Succeeds();
        Assert.Equal(
            """
            [Barn.ReadHay]  barn_read_hay, interface of barn
                Read the hay.
                grants 1 more permission: hay_t:file getattr
            [Barn.ManageHay]  barn_manage_hay, interface of barn
                Read and write the hay.
                also grants write access: hay_t:file { append write }
                grants 3 more permissions: hay_t:file { append getattr write }

            """,
            run.Output);
        Assert.Contains("Name the base policy with --base.", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Output, Find("--grants", "Hay:file read").Succeeds().Output);
        var json = Find("--grants", "hay_t:file read", "--format", "json", "--max", "1").Succeeds().Json();
        Assert.Equal((2, 1), (json.GetProperty("count").GetInt32(), json.GetProperty("found").GetArrayLength()));
    }

    [Fact]
    public void A_log_is_answered_with_the_attributes_of_each_class_to_paste()
    {
        var run = Find("--log", FarmLog()).Succeeds();
        Assert.Equal(
            """
            // cow_t
            [Barn.ReadHay]                              // hay_t:file read (/srv/hay)
            [Barn.Daemon<TEntryPoint>]                  // cow_t:process transition (/srv/hay)
            [Allow<CowPort>(TcpSocketPerms.NameBind)]   // cow_port_t:tcp_socket name_bind (/srv/hay)
            public sealed partial class Cow;

            """,
            run.Output);
        Assert.Contains("Name the base policy with --base.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_class_of_the_policy_is_written_as_the_policy_has_it()
    {
        var policy = _folder.Write("cow.cil", """
            ; Policy module cow, made by TypedPolicy from C#. Change the C#, not this file.

            ; domain Farm.Cow
            (type cow_t)

            ; port type Farm.Cow.Port
            (type cow_port_t)

            """);
        var log = _folder.Write("nested.log", Denial("name_bind", "cow_t", "cow_port_t", "tcp_socket") + Denial("name_connect", "cow_port_t", "cow_t", "tcp_socket"));
        Assert.Equal(
            """
            // cow_port_t
            partial class Cow
            {
                [Allow<Cow>(TcpSocketPerms.NameConnect)]    // cow_t:tcp_socket name_connect (/srv/hay)
                public sealed partial class Port;
            }

            // cow_t
            [Allow<Cow.Port>(TcpSocketPerms.NameBind)]  // cow_port_t:tcp_socket name_bind (/srv/hay)
            public sealed partial class Cow;

            """,
            Find("--log", log, "--policy", policy).Succeeds().Output);
    }

    [Fact]
    public void What_the_answer_nests_is_written_as_nested_everywhere()
    {
        var bind = Denial("name_bind", "cow_t", "unreserved_port_t", "tcp_socket").Replace("pid=1", "pid=1 src=8081", StringComparison.Ordinal);
        var run = Find("--log", _folder.Write("port.log", bind + Denial("name_connect", "cow_t", "cow_port_t", "tcp_socket"))).Succeeds();
        Assert.Contains("[Allow<Cow.Port>(TcpSocketPerms.NameConnect)]", run.Output, StringComparison.Ordinal);
        Assert.Contains("    public sealed class Port;\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_denial_is_written_with_what_else_there_is_where_more_is_asked_for()
    {
        var run = Find("--log", FarmLog(), "--max", "1").Succeeds();
        Assert.StartsWith(
            """
            // cow_t hay_t:file read  (2 times, by cat, /srv/hay)
            //   [Barn.ReadHay]  barn_read_hay, interface of barn
            //       Read the hay.
            //       grants 1 more permission: hay_t:file getattr
            //   1 others grant far more, or write access where only reading was denied: 'find --grants' lists them
            // farmer_t cow_t:process transition  (once, by cat, /srv/hay)
            """,
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains("[Allow<CowPort>(TcpSocketPerms.NameBind)] on Cow for name_bind: no interface grants this without much else", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("public sealed partial class Cow;\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_all_of_a_log()
    {
        var json = Find("--log", FarmLog(), "--format", "json").Succeeds().Json();
        var denials = json.GetProperty("denials");
        Assert.Equal(("barn_read_hay", "Cow"), (denials[0].GetProperty("found")[0].GetProperty("name").GetString(), denials[0].GetProperty("found")[0].GetProperty("on").GetString()));
        Assert.Equal("[Barn.ReadHay]", denials[0].GetProperty("answer")[0].GetProperty("csharp").GetString());
        Assert.Equal("[Allow<CowPort>(TcpSocketPerms.NameBind)]", denials[2].GetProperty("raw").GetProperty("csharp").GetString());
        Assert.Equal(2, denials[0].GetProperty("times").GetInt32());
        Assert.StartsWith("// cow_t\n[Barn.ReadHay]", json.GetProperty("csharp").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_denials_ends_with_1_and_one_that_is_missing_with_3()
    {
        Assert.Contains("The log has no denials.", Find("--log", _folder.Write("empty.log", "type=SYSCALL x\n")).EndsWith(ExitCode.No).Error, StringComparison.Ordinal);
        Find("--log", _folder.At("missing.log")).EndsWith(ExitCode.Failure);
    }

    [Fact]
    public void A_hostile_log_commands_no_terminal_and_fills_no_memory()
    {
        var log = _folder.Write("hostile.log",
            "type=AVC msg=audit(1.0:1): avc:  denied  { read } for  comm=\"\u001b[2J\u202e\u009b\" path=\"$(reboot)`reboot`\" scontext=u:r:cow_t:s0 tcontext=u:r:hay_t:s0 tclass=file\n"
            + "avc: denied { read } for scontext=u:r:\u001b[31m:s0 tcontext=u:r:hay_t:s0 tclass=file\n"
            + "avc: denied { read } " + new string('x', 40_000_000) + "\n"
            + Denial("read", "cow_t", "straw_t", "file"));
        var run = Find("--log", log).Succeeds();
        Assert.DoesNotContain(run.Output + run.Error, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.Contains("2 records of the log cannot be read.", run.Error, StringComparison.Ordinal);
        var json = Find("--log", log, "--format", "json").Succeeds().Output;
        Assert.DoesNotContain(json, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }

    [Fact]
    public void Headers_that_change_are_read_again_and_a_damaged_cache_is_made_anew()
    {
        Find("barn_read_hay").Succeeds();
        _folder.Write("headers/farm/barn.if", Barn.Replace("read_hay", "look_at_hay", StringComparison.Ordinal));
        Find("barn_read_hay").EndsWith(ExitCode.No);
        Find("barn_look_at_hay").Succeeds();

        var cache = TypedPolicy.Caching.UserCache.Folder("find")!;
        var newest = new DirectoryInfo(cache).GetFiles("*.index").OrderByDescending(f => f.LastWriteTimeUtc).First().FullName;
        foreach (var damage in (Action<byte[]>[])[b => b[^1] ^= 1, b => b[100] ^= 1, b => Array.Clear(b)])
        {
            var bytes = File.ReadAllBytes(newest);
            damage(bytes);
            File.WriteAllBytes(newest, bytes);
            Find("barn_look_at_hay").Succeeds();
        }

        File.WriteAllBytes(newest, []);
        Find("barn_look_at_hay").Succeeds();
    }

    private string FarmLog() => _folder.Write(
        "audit.log",
        Denial("read", "cow_t", "hay_t", "file") + Denial("read", "cow_t", "hay_t", "file") + Denial("transition", "farmer_t", "cow_t", "process") + Denial("name_bind", "cow_t", "cow_port_t", "tcp_socket"));

    private static string Denial(string permission, string source, string target, string @class) =>
        $"type=AVC msg=audit(1.0:1): avc:  denied  {{ {permission} }} for  pid=1 comm=\"cat\" path=\"/srv/hay\" scontext=u:r:{source}:s0 tcontext=u:object_r:{target}:s0 tclass={@class} permissive=0\n";

    private CommandRun Find(params string[] arguments) => TypedPolicyCommand.Run(["find", "--headers", _folder.At("headers"), .. arguments]);
}
