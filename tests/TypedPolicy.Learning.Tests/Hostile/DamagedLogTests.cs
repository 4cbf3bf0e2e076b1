using System.Text.RegularExpressions;
using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Learning.Logs;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tests.Hostile;
using static TypedPolicy.Learning.Tests.LearnedText;

namespace TypedPolicy.Learning.Tests.Hostile;

/// <summary>Logs that are damaged, or written by someone who would have policy say something.</summary>
[Trait("Needs", "toolchain")]
public sealed partial class DamagedLogTests
{
    private const int Count = 20_000;

    private static readonly string[] Records =
    [
        Avc("greeter_t etc_t:file { getattr open read }", "path=\"/etc/words\""),
        Avc("greeter_t var_lib_t:file { create write }", "path=\"/var/lib/greeter/state\""),
        Avc("greeter_t var_lib_t:dir { add_name write }", "name=\"greeter\" dev=\"sda\" ino=5"),
        Avc("greeter_t tmp_t:sock_file create", "name=\"socket\""),
        Avc("greeter_t unreserved_port_t:tcp_socket name_bind", "src=7070"),
        Avc("greeter_t var_t:chr_file ioctl", "ioctlcmd=0x5401"),
        Avc("greeter_t self:capability { dac_override net_admin }"),
        Avc("init_t greeter_t:process transition"),
        "type=SYSCALL msg=audit(1700000100.101:31): arch=c000003e syscall=257 success=yes exe=\"/usr/bin/greeter\" comm=\"greeter\"",
        "type=PATH msg=audit(1700000100.101:31): item=0 name=\"/var/lib/greeter/state\" inode=5 nametype=CREATE",
        "node=web1 type=CWD msg=audit(1700000100.101:31): cwd=\"/var/lib\"",
        "type=PROCTITLE msg=audit(1700000100.101:31): proctitle=2F7573722F62696E2F67726565746572",
        "type=SELINUX_ERR msg=audit(1700000100.101:31): op=security_bounded_transition seresult=denied oldcontext=system_u:system_r:init_t:s0 newcontext=system_u:system_r:greeter_t:s0",
        "{\"_TRANSPORT\":\"audit\",\"_HOSTNAME\":\"web1\",\"_AUDIT_ID\":\"31\",\"_AUDIT_TYPE_NAME\":\"AVC\",\"_SOURCE_REALTIME_TIMESTAMP\":\"1700000100101000\",\"MESSAGE\":\"AVC avc:  denied  { read } for  pid=1 comm=\\\"greeter\\\" scontext=system_u:system_r:greeter_t:s0 tcontext=system_u:object_r:etc_t:s0 tclass=file\"}",
    ];

    // What a process can choose: its name, names of files, and what stands in the fields of a context that another host or program wrote.
    private static readonly string[] Tricks =
    [
        "\\\")]public class Evil{}//", "\")] public class Evil { } //", "/*", "*/ class Evil", "\nclass Evil;", "a\u2028class Evil;", "../../etc/shadow", "/etc/../etc/shadow", "/etc/shadow(/.*)?", "/x\\..*", "@\"", "$(touch /tmp/evil)", "`id`", "{0}", "greeter_t)(allow greeter_t shadow_t (file (read",
        "shadow_t", "Evil", "unlabeled_t:s0 tclass=file", "x tcontext=system_u:object_r:shadow_t:s0 tclass=file", "#if false", "[assembly: Evil]", "/var/lib/greeter/\u202Egnp.exe", "/var/lib/greeter/a b", "/var/lib/greeter/Évil", "2F7661722F6C69622F677265657465722F22293B",
    ];

    [Fact]
    public void Twenty_thousand_damaged_logs_give_only_edits_of_names_that_there_are()
    {
        var facts = FactsOf(Greeter.Source);
        var mutations = new TextMutations(19);
        for (var i = 0; i < Count; i++)
        {
            var log = string.Join('\n', Enumerable.Range(0, 3).Select(_ => mutations.Pick(Records)));
            var damaged = i % 2 == 0 ? mutations.Damage(log) : log.Replace(mutations.Pick(["greeter\"", "words", "/var/lib", "socket", "etc_t", "file", "read", "7070", "web1", "system_u"]), mutations.Pick(Tricks), StringComparison.Ordinal);
            var edits = Learner.Learn(Read(damaged), facts).Edits;
            var nested = edits.OfType<OwnTypeEdit>().Select(e => PolicyEditor.NestedType(e.On, e.Name)).Append("greeter_port_t").ToHashSet(StringComparer.Ordinal);
            Assert.All(edits, edit => AssertKnown(edit, nested, facts, damaged));
        }
    }

    [Fact]
    public void What_is_written_for_a_hostile_log_is_attributes_and_classes_of_a_few_forms()
    {
        foreach (var trick in Tricks)
        {
            foreach (var record in Records[..6])
            {
                var log = Regex.Replace(record, "(?<=(comm|name|path)=\")[^\"]*", _ => trick) + "\n" + Records[0].Replace("/etc/words", trick, StringComparison.Ordinal);
                var learned = Of(Greeter.Source, log.Split('\n'));
                Assert.All(learned.Added.Split('\n'), line => Assert.True(line.Length == 0 || Written().IsMatch(line), $"{trick}: {line}"));
                Assert.DoesNotContain("Evil", learned.Text, StringComparison.Ordinal);
                Assert.Empty(learned.Edit.Left);
            }
        }
    }

    [GeneratedRegex(
        """^(\[(Allow|AllowFrom|DontAudit)<[\w.]+>\([\w. |,]+\)\]( // its connections)?|\[TypeTransition<[\w.]+, [\w.]+>\(typeof\(\w+\)\)\]|\[AllowIoctl<\w+, \w+>\("[0-9a-fx, ]+"\)\]|\[FileType(, FileContext(Tree)?\("/[A-Za-z0-9/._@+-]+"\))?\]|\[PortType, Port\(Protocol\.Tcp, \d+\)\]|\[External\("[a-z_]+"\)\] public sealed class \w+;|public sealed class (Tmp|State|Port);|/// <summary>(Its temporary files|Its state in /var/lib|Where it listens)\.</summary>)$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    private static void AssertKnown(PolicyEdit edit, HashSet<string> nested, LearningFacts facts, string log)
    {
        bool IsType(string type) => type == "self" || facts.HasType(type) || nested.Contains(type);
        bool IsAccess(string @class, IEnumerable<string> permissions) => facts.Has(@class, permissions);
        Assert.True(
            IsType(edit.On) && edit switch
            {
                AccessEdit e => IsType(e.Target) && IsAccess(e.Class, e.Permissions),
                IoctlEdit e => IsType(e.Target) && IsAccess(e.Class, ["ioctl"]) && e.Requests.All(r => r is >= 0 and <= 0xffff),
                TransitionEdit e => IsType(e.Target),
                TypeTransitionEdit e => IsType(e.Directory) && IsType(e.Result) && e.Classes.All(c => IsAccess(c, [])),
                OwnTypeEdit e => e.Name.All(char.IsAsciiLetter) && IsAccess(e.Class, e.Permissions) && e.Paths.All(p => LoggedPath.IsPlain(p.Path)),
                OwnPortEdit e => IsAccess(e.Class, ["name_bind"]) && e.Ports.All(p => p is >= 0 and <= 65_535),
                _ => false,
            },
            $"{edit}\n{log}");
    }

    private static AuditLogReader Read(string log)
    {
        var reader = new AuditLogReader();
        var lines = new LogLines(reader);
        Array.ForEach(log.Split('\n'), lines.Read);
        lines.End();
        return reader;
    }
}
