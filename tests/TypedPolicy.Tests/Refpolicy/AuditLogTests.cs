using TypedPolicy.Refpolicy.Denials;
using Xunit;

namespace TypedPolicy.Tests.Refpolicy;

public sealed class AuditLogTests
{
    private const string Fields = "pid=512 comm=\"ping\" path=\"/usr/bin/ping\" dev=\"vda2\" ino=7 scontext=system_u:system_r:greeter_t:s0-s0:c0.c1023 tcontext=system_u:object_r:ping_exec_t:s0 tclass=file permissive=0";

    [Theory]
    [InlineData("type=AVC msg=audit(1700000000.123:45): avc:  denied  { execute } for  " + Fields)]
    [InlineData("type=AVC msg=audit(11/14/2023 22:13:20.123:45) : avc:  denied  { execute } for  " + Fields)]
    [InlineData("[   12.345678] audit: type=1400 audit(1700000000.123:45): avc:  denied  { execute } for  " + Fields)]
    [InlineData("Nov 14 22:13:20 host kernel: audit: type=1400 audit(1700000000.123:45): avc:  denied  { execute } for  " + Fields)]
    public void A_denial_is_read_from_every_place_that_prints_one(string line)
    {
        var denial = Assert.Single(Read(line));
        Assert.Equal(("greeter_t", "ping_exec_t", "file"), (denial.Source, denial.Target, denial.Class));
        Assert.Equal("execute", Assert.Single(denial.Permissions));
        Assert.Equal(("ping", "/usr/bin/ping", false), (denial.Command, denial.Path, denial.IsPermissive));
    }

    [Fact]
    public void A_denial_of_a_user_space_object_manager_stands_in_quotes_of_its_own()
    {
        var denial = Assert.Single(Read(
            "type=USER_AVC msg=audit(1700000000.5:9): pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0 msg='avc:  denied  { start } for "
            + "auid=n/a uid=0 gid=0 path=\"/usr/lib/systemd/system/greeter.service\" cmdline=\"systemctl start greeter\" "
            + "scontext=system_u:system_r:greeter_t:s0 tcontext=system_u:object_r:systemd_unit_t:s0 tclass=service permissive=0  exe=\"/usr/lib/systemd/systemd\" sauid=0 hostname=? addr=? terminal=?'"));
        Assert.Equal(("greeter_t", "systemd_unit_t", "service", "start"), (denial.Source, denial.Target, denial.Class, Assert.Single(denial.Permissions)));
    }

    [Fact]
    public void Denials_of_one_source_target_and_class_are_one_with_all_permissions()
    {
        string Line(string permissions, string @class) => $"type=AVC msg=audit(1.0:1): avc:  denied  {{ {permissions} }} for  pid=1 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass={@class}";
        var denials = Read(Line("write open", "file"), Line("search", "dir"), Line("append", "file"), Line("open", "file"));
        Assert.Equal(["file: append open write (3)", "dir: search (1)"], denials.Select(d => $"{d.Class}: {string.Join(" ", d.Permissions)} ({d.Count})"));
    }

    [Fact]
    public void What_is_no_denial_is_passed_over()
    {
        var reader = new AuditLogReader();
        reader.Read("type=AVC msg=audit(1.0:1): avc:  granted  { setenforce } for  pid=1 scontext=u:r:a_t:s0 tcontext=u:object_r:security_t:s0 tclass=security");
        reader.Read("type=USER_AVC msg=audit(1.0:1): pid=1 msg='avc:  received setenforce notice (enforcing=1)  exe=\"/usr/bin/dbus-daemon\"'");
        reader.Read("type=SYSCALL msg=audit(1.0:1): arch=c000003e syscall=59 success=no exit=-13 comm=\"avc\"");
        reader.Read("");
        Assert.Empty(reader.Denials);
        Assert.Equal(0, reader.Unreadable);
    }

    [Theory]
    [InlineData("name=\"x scontext=u:r:evil_t:s0 tcontext=u:object_r:evil_t:s0 tclass=evil\"")]
    [InlineData("comm=x scontext=u:r:evil_t:s0 tcontext=u:object_r:evil_t:s0 tclass=evil")]
    [InlineData("name=2220736F6E746578743D22")]
    [InlineData("name=\"")]
    public void A_name_that_a_process_chose_says_nothing_about_the_contexts(string name)
    {
        var line = $"type=AVC msg=audit(1.0:1): avc:  denied  {{ read }} for  pid=1 {name} dev=\"vda\" scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file";
        var reader = new AuditLogReader();
        reader.Read(line);
        Assert.All(reader.Denials, d => Assert.Equal(("a_t", "b_t", "file"), (d.Source, d.Target, d.Class)));
        Assert.Equal(1, reader.Denials.Length + reader.Unreadable);
    }

    [Theory]
    [InlineData("scontext=u:r:a_t;rm:s0 tcontext=u:object_r:b_t:s0 tclass=file")]
    [InlineData("scontext=u:r:a_t:s0 tcontext=u:object_r:(b_t):s0 tclass=file")]
    [InlineData("scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=$(id)")]
    [InlineData("scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0")]
    [InlineData("scontext=a_t tcontext=b_t tclass=file")]
    public void A_name_that_is_none_of_SELinux_makes_the_line_unreadable(string contexts)
    {
        var reader = new AuditLogReader();
        reader.Read($"avc:  denied  {{ read }} for  pid=1 {contexts}");
        Assert.Empty(reader.Denials);
        Assert.Equal(1, reader.Unreadable);
    }

    [Fact]
    public void Names_written_in_hexadecimal_are_shown_as_text_that_commands_no_terminal()
    {
        var denial = Assert.Single(Read("avc:  denied  { read } for  comm=61201B5B324A name=C3A9 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file permissive=1"));
        Assert.Equal(("a ?[2J", "é", true), (denial.Command, denial.Path, denial.IsPermissive));
    }

    [Fact]
    public void A_log_without_end_is_cut_and_says_so()
    {
        var reader = new AuditLogReader();
        for (var i = 0; i <= AuditLogReader.MostDenials; i++)
        {
            reader.Read($"avc:  denied  {{ read }} for scontext=u:r:a_t:s0 tcontext=u:object_r:b{i}_t:s0 tclass=file");
        }

        reader.Read("avc:  denied  { read } for " + new string('x', AuditLogReader.LongestLine));
        Assert.Equal(AuditLogReader.MostDenials, reader.Denials.Length);
        Assert.Equal((true, 1), (reader.IsCut, reader.Unreadable));
    }

    [Fact]
    public void Damaged_lines_end_in_a_denial_or_are_counted()
    {
        var random = new Random(5);
        var line = "type=AVC msg=audit(1.0:1): avc:  denied  { read write } for  " + Fields;
        for (var i = 0; i < 10_000; i++)
        {
            var text = line.ToCharArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                text[random.Next(text.Length)] = "{}=\"': ,\t\0\uD800avc"[random.Next(14)];
            }

            var reader = new AuditLogReader();
            reader.Read(new string(text, 0, random.Next(text.Length)));
            Assert.InRange(reader.Denials.Length + reader.Unreadable, 0, 1);
        }
    }

    private static IReadOnlyList<Denial> Read(params string[] lines)
    {
        var reader = new AuditLogReader();
        foreach (var line in lines)
        {
            reader.Read(line);
        }

        Assert.Equal(0, reader.Unreadable);
        return reader.Denials;
    }
}
