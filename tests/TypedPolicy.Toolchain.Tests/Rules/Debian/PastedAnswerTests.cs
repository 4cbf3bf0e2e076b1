using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Indexing;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>The C# of an answer, pasted beside the domain that it is for: it compiles against the bindings of Debian's headers, says nothing that blocks, and gives what was denied.</summary>
[Trait("Needs", "toolchain")]
public sealed class PastedAnswerTests : IDisposable
{
    private const string Own = "[Domain] public sealed partial class Orchard { [Entrypoint] public sealed class Exec; }\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What a service may be denied; the text of the CIL that gives it.</summary>
    public static TheoryData<string, string> Denials => new()
    {
        { "orchard_t usr_t:file { getattr open read }", "(allow orchard_t usr_t (file " },
        { "orchard_t usr_t:dir watch", "(allow orchard_t usr_t (dir (watch)))" },
        { "orchard_t self:process { getsched setsched execmem }", "(allow orchard_t self (process " },
        { "orchard_t self:fifo_file { read write }", "(allow orchard_t self (fifo_file " },
        { "orchard_t self:tcp_socket { accept bind create getattr getopt listen setopt }", "(allow orchard_t self (tcp_socket " },
        { "orchard_t self:cap_userns sys_ptrace", "(allow orchard_t self (cap_userns (sys_ptrace)))" },
        { "orchard_t self:capability2 { bpf perfmon }", "(allow orchard_t self (capability2 " },
        { "orchard_t tmp_t:sock_file { create unlink }", "(type orchard_tmp_t)" },
        { "orchard_t tmpfs_t:file { execute map read write }", "(type orchard_tmpfs_t)" },
        { "orchard_t var_log_t:file { append create }", "(type orchard_log_t)" },
        { "orchard_t var_run_t:dir { create add_name }", "(type orchard_runtime_t)" },
        { "orchard_t var_lib_t:file { create write }", "(type orchard_state_t)" },
        { "orchard_t etc_t:file { create write }", "(type orchard_config_t)" },
        { "orchard_t device_t:chr_file create", "(type orchard_device_t)" },
        { "orchard_t unreserved_port_t:tcp_socket name_bind", "(portcon tcp 5000 (system_u object_r orchard_port_t" },
        { "orchard_t node_t:tcp_socket node_bind", "(allow orchard_t node_t (tcp_socket (node_bind)))" },
        { "orchard_t http_port_t:tcp_socket name_connect", "(allow orchard_t http_port_t (tcp_socket (name_connect)))" },
        { "orchard_t orchard_exec_t:file { execute_no_trans map }", "(allow orchard_t orchard_exec_t (file " },
        { "init_t orchard_t:process transition", "(typetransition init_t orchard_exec_t process orchard_t)" },
        { "sshd_t orchard_t:unix_stream_socket connectto", "(allow sshd_t orchard_t (unix_stream_socket (connectto)))" },
        { "orchard_t systemd_unit_t:service start", "(allow orchard_t systemd_unit_t (service " },
        { "orchard_t system_dbusd_t:dbus send_msg", "(allow orchard_t system_dbusd_t (dbus (send_msg)))" },
    };

    [Theory]
    [MemberData(nameof(Denials))]
    public void An_answer_compiles_and_gives_what_was_denied(string denial, string expected)
    {
        var words = denial.Split([' '], 2);
        var (target, @class, permissions) = (words[1][..words[1].IndexOf(':')], words[1][(words[1].IndexOf(':') + 1)..words[1].IndexOf(' ')], words[1][(words[1].IndexOf(' ') + 1)..].Trim('{', '}', ' '));
        var log = $"type=AVC msg=audit(1.0:1): avc:  denied  {{ {permissions} }} for  pid=1 src=5000 scontext=system_u:system_r:{words[0]}:s0 tcontext=system_u:object_r:{(target == "self" ? words[0] : target)}:s0 tclass={@class} permissive=0\n";
        var cil = Cil(Answer(log));
        Assert.Contains(expected, cil, StringComparison.Ordinal);
        if (expected.StartsWith("(allow ", StringComparison.Ordinal))
        {
            var given = string.Join(' ', cil.Split('\n').Where(line => line.Contains(expected, StringComparison.Ordinal))).Split(' ', '(', ')');
            Assert.Empty(permissions.Split(' ').Except(given));
        }
    }

    [Fact]
    public void What_a_neverallow_rule_forbids_is_answered_with_no_rule()
    {
        var answer = Answer("type=AVC msg=audit(1.0:1): avc:  denied  { read } for  pid=1 scontext=system_u:system_r:orchard_t:s0 tcontext=system_u:object_r:shadow_t:s0 tclass=file permissive=0\n");
        Assert.Contains("neverallow", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("(allow orchard_t shadow_t", Cil(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_to_a_whole_log_compiles_too()
    {
        var log = string.Concat(Denials.Select(row => (string)row[0]).Select((d, i) =>
        {
            var words = d.Split([' '], 2);
            return $"type=AVC msg=audit(1.0:{i}): avc:  denied  {{ {words[1][(words[1].IndexOf(' ') + 1)..].Trim('{', '}', ' ')} }} for  pid=1 src=500{i % 3} scontext=system_u:system_r:{words[0]}:s0 tcontext=system_u:object_r:{(words[1][..words[1].IndexOf(':')] is var target and not "self" ? target : words[0])}:s0 tclass={words[1][(words[1].IndexOf(':') + 1)..words[1].IndexOf(' ')]} permissive=0\n";
        }));
        var cil = Cil(Answer(log));
        Assert.All(Denials.Select(row => (string)row[1]).Where(e => e.StartsWith("(type ", StringComparison.Ordinal)), type => Assert.Contains(type, cil, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_binds_ports_that_are_nobody_s_gets_a_type_for_them_and_no_access_to_all_others()
    {
        string Record(string permission, int port, string type, string @class) => $"type=AVC msg=audit(1.0:1): avc:  denied  {{ {permission} }} for  pid=1 {(permission == "name_bind" ? "src" : "dest")}={port} scontext=system_u:system_r:orchard_t:s0 tcontext=system_u:object_r:{type}:s0 tclass={@class} permissive=0\n";
        var answer = Answer(Record("name_bind", 5001, "unreserved_port_t", "tcp_socket") + Record("name_connect", 7171, "unreserved_port_t", "tcp_socket") + Record("name_bind", 5000, "unreserved_port_t", "tcp_socket") + Record("name_bind", 40000, "ephemeral_port_t", "udp_socket"));
        Assert.Contains("[Allow<Orchard.Port>(TcpSocketPerms.NameBind)]", answer, StringComparison.Ordinal);
        Assert.Contains("// unreserved_port_t:tcp_socket name_connect (port 7171)\n", answer, StringComparison.Ordinal);
        Assert.Contains("// unreserved_port_t:tcp_socket name_bind (ports 5000, 5001)\n", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            public sealed partial class Orchard
            {
                /// <summary>Where it listens.</summary>
                [PortType, Port(Protocol.Tcp, 5000, 5001), Port(Protocol.Udp, 40000)]
                public sealed class Port;
            }

            """,
            answer,
            StringComparison.Ordinal);
        Assert.DoesNotContain("UnreservedPort", answer, StringComparison.Ordinal);
        Assert.Contains("(portcon tcp (5000 5001) (system_u object_r orchard_port_t", Cil(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_binds_any_port_gets_no_type_for_each()
    {
        var answer = Answer(string.Concat(Enumerable.Range(1, 40).Select(i => $"type=AVC msg=audit(1.0:{i}): avc:  denied  {{ name_bind }} for  pid=1 src={2000 + (7 * i)} scontext=system_u:system_r:orchard_t:s0 tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0\n")));
        Assert.DoesNotContain("PortType", answer, StringComparison.Ordinal);
        Assert.Contains("NameBind", answer, StringComparison.Ordinal);
    }

    // A process of its own: the command's assembly is called like the library, but for the case of letters.
    private string Answer(string log) => Tools.Tool.Dotnet.Run(Command, "find", "--log", _folder.Write("audit.log", log)).Succeeded().Output;

    private static string Command { get; } = Path.Combine(
        Repository.Root, "src", "TypedPolicy.Tool", "bin", typeof(PastedAnswerTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0", "typedpolicy.dll");

    private static string Cil(string answer)
    {
        var compilation = Policy.Compile([("Answer.cs", "using TypedPolicy;\nusing TypedPolicy.Base;\n" + answer), ("Own.cs", "[assembly: TypedPolicy.PolicyModule(\"orchard\")]\n" + Own), Policy.Usings])
            .AddReferences(DebianBindings.Reference);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n{answer}");
        return Direct.InSpiteOfFindings(compilation, "debian12").Cil;
    }
}
