using TypedPolicy.Learning.Logs;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Tests.Logs;

/// <summary>Every way in which a log is handed over.</summary>
public sealed class FormatTests
{
    private const string Contexts = "scontext=system_u:system_r:greeter_t:s0 tcontext=system_u:object_r:etc_t:s0:c1,c2 tclass=file permissive=1";

    public static TheoryData<string, string> Formats => new()
    {
        { "audit.log", $"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 comm=\"greeter\" name=\"words\" dev=\"sda\" ino=5 {Contexts}\ntype=SYSCALL msg=audit(1700000100.101:31): arch=c000003e syscall=257 success=yes exe=\"/usr/bin/greeter\"\ntype=CWD msg=audit(1700000100.101:31): cwd=\"/etc\"\ntype=PATH msg=audit(1700000100.101:31): item=0 name=\"words\" inode=5\ntype=PROCTITLE msg=audit(1700000100.101:31): proctitle=2F7573722F62696E2F67726565746572002D2D706F7274" },
        { "ausearch -i", $"type=PROCTITLE msg=audit(11/14/2023 22:15:00.101:31) : proctitle=/usr/bin/greeter --port \ntype=PATH msg=audit(11/14/2023 22:15:00.101:31) : item=0 name=words inode=5\ntype=CWD msg=audit(11/14/2023 22:15:00.101:31) : cwd=/etc\ntype=SYSCALL msg=audit(11/14/2023 22:15:00.101:31) : arch=x86_64 syscall=openat success=yes exe=/usr/bin/greeter\ntype=AVC msg=audit(11/14/2023 22:15:00.101:31) : avc:  denied  {{ read }} for  pid=1 comm=greeter name=words dev=sda ino=5 {Contexts} ".Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) },
        { "dmesg", $"[   16.887034] audit: type=1400 audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 comm=\"greeter\" path=\"/etc/words\" {Contexts}" },
        { "journalctl", $"Nov 14 22:15:00 web1 audit[1]: AVC avc:  denied  {{ read }} for  pid=1 comm=\"greeter\" path=\"/etc/words\" {Contexts}" },
        { "journalctl -o json", $"{{\"_TRANSPORT\":\"audit\",\"_HOSTNAME\":\"web1\",\"_AUDIT_ID\":\"31\",\"_AUDIT_TYPE_NAME\":\"AVC\",\"_SOURCE_REALTIME_TIMESTAMP\":\"1700000100101000\",\"MESSAGE\":\"AVC avc:  denied  {{ read }} for  pid=1 comm=\\\"greeter\\\" name=\\\"words\\\" ino=5 {Contexts}\"}}\n{{\"_TRANSPORT\":\"audit\",\"_HOSTNAME\":\"web1\",\"_AUDIT_ID\":\"31\",\"_AUDIT_TYPE_NAME\":\"CWD\",\"MESSAGE\":\"CWD cwd=\\\"/etc\\\"\",\"_SOURCE_REALTIME_TIMESTAMP\":\"1700000100101000\"}}\n{{\"_TRANSPORT\":\"audit\",\"_HOSTNAME\":\"web1\",\"_AUDIT_ID\":\"31\",\"_AUDIT_TYPE_NAME\":\"PATH\",\"MESSAGE\":\"PATH item=0 name=\\\"words\\\" inode=5\",\"_SOURCE_REALTIME_TIMESTAMP\":\"1700000100101000\"}}" },
        { "setroubleshoot", $"[\n  {{\n    \"summary\": \"SELinux is preventing greeter from read access on the file words.\",\n    \"count\": 1,\n    \"raw\": \"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 comm=\\\"greeter\\\" path=\\\"/etc/words\\\" {Contexts}\\n\\ntype=SYSCALL msg=audit(1700000100.101:31): arch=x86_64 syscall=openat exe=/usr/bin/greeter\"\n  }}\n]" },
        { "hexadecimal names", $"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 comm=67726565746572 path=2F6574632F776F726473 {Contexts}" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_gives_the_denial_with_its_path(string format, string log)
    {
        var denial = Assert.Single(Read(log).Denials);
        Assert.True(("greeter_t", "etc_t", "file", "read", "/etc/words", true) == (denial.Source, denial.Target, denial.Class, Assert.Single(denial.Permissions), denial.Path, denial.IsPermissive), $"{format}: {denial}");
        Assert.Equal("system_u:object_r:etc_t:s0:c1,c2", Assert.Single(denial.Contexts).Target);
    }

    [Fact]
    public void An_event_gives_the_program_its_command_line_the_system_call_and_the_time()
    {
        var denial = Assert.Single(Read((string)Formats.First()[1]).Denials);
        Assert.Equal(("/usr/bin/greeter", "/usr/bin/greeter --port", "257"), (denial.Program, denial.CommandLine, denial.SystemCall));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_100_101), denial.First);
        Assert.Equal(denial.First, denial.Last);
    }

    [Fact]
    public void Hosts_of_one_stream_number_their_events_each_for_itself()
    {
        static string Host(string host, string name) =>
            $"node={host} type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 comm=\"greeter\" name=\"{name}\" {Contexts}\n";
        var denial = Assert.Single(Read(
            Host("web1", "a") + Host("web2", "b")
            + "node=web1 type=CWD msg=audit(1700000100.101:31): cwd=\"/one\"\nnode=web2 type=CWD msg=audit(1700000100.101:31): cwd=\"/two\"\n"
            + "node=web1 type=PATH msg=audit(1700000100.101:31): item=0 name=\"a\"\nnode=web2 type=PATH msg=audit(1700000100.101:31): item=0 name=\"b\"\n").Denials);
        Assert.Equal("/one/a /two/b", string.Join(" ", denial.Paths));
        Assert.Equal("web1 web2", string.Join(" ", denial.Hosts));
    }

    [Fact]
    public void An_entry_of_the_journal_by_a_program_that_is_not_of_root_is_no_record()
    {
        var entry = $"{{\"_TRANSPORT\":\"journal\",\"_UID\":\"1000\",\"MESSAGE\":\"audit: type=1400 audit(1700000100.101:31): avc:  denied  {{ read }} for  pid=1 {Contexts}\"}}";
        Assert.Empty(Read(entry).Denials);
        Assert.Single(Read(entry.Replace("1000", "0", StringComparison.Ordinal)).Denials);
        Assert.Single(Read(entry.Replace("journal", "kernel", StringComparison.Ordinal)).Denials);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[{\"MESSAGE\":")]
    [InlineData("{\"MESSAGE\":{\"a\":[1,2]}}")]
    [InlineData("{\"MESSAGE\":\"\\ud800\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"_TRANSPORT\":\"journal\",\"_UID\":\"1000\",\"FOO\":\"type=AVC msg=audit(1700000100.101:31): avc:  denied  { read } for  pid=1 scontext=system_u:system_r:greeter_t:s0 tcontext=system_u:object_r:etc_t:s0 tclass=file\"}")]
    [InlineData("{\"_TRANSPORT\":\"audit\",\"_AUDIT_ID\":\"1): avc:\",\"_AUDIT_TYPE_NAME\":\"AVC\",\"MESSAGE\":\"x\"}")]
    public void What_is_no_record_gives_no_denial(string log) => Assert.Empty(Read(log).Denials);

    private static AuditLogReader Read(string log)
    {
        var reader = new AuditLogReader();
        var lines = new LogLines(reader);
        Array.ForEach(log.Split('\n'), lines.Read);
        lines.End();
        return reader;
    }
}
