using TypedPolicy.Refpolicy.Denials;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Denials;

public sealed class AuditLogReaderTests
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

    [Theory]
    [InlineData("type=PROCTITLE msg=audit(11/14/2023 22:13:20.123:45) : proctitle=grep avc:  denied  { read }")]
    [InlineData("type=PROCTITLE msg=audit(11/14/2023 22:13:20.123:45) : proctitle=grep type=AVC msg=audit(1.0:1): avc:  denied  { read } for  pid=1 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file")]
    [InlineData("type=EXECVE msg=audit(11/14/2023 22:13:20.123:45) : argc=3 a0=logger a1=avc: denied a2=op=security_compute_sid")]
    [InlineData("type=PROCTITLE msg=audit(1700000000.123:45): avc:  denied  { read }")]
    public void What_a_process_was_started_with_is_no_denial_whatever_it_looks_like(string line)
    {
        var reader = new AuditLogReader();
        reader.Read(line);
        Assert.Empty(reader.Denials);
        Assert.Empty(reader.Errors);
        Assert.Equal(0, reader.Unreadable);
    }

    [Fact]
    public void A_path_that_has_the_words_of_a_denial_is_that_of_its_event()
    {
        var denial = Assert.Single(Read(
            "type=AVC msg=audit(1700000000.123:45): avc:  denied  { read } for  pid=1 name=\"avc:\" ino=7 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file",
            "type=PATH msg=audit(1700000000.123:45): item=0 name=\"/srv/avc:\" inode=7 dev=fd:02"));
        Assert.Equal("/srv/avc:", denial.Path);
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
        for (var i = 0; i <= AuditLogReader.MaxDenials; i++)
        {
            reader.Read($"avc:  denied  {{ read }} for scontext=u:r:a_t:s0 tcontext=u:object_r:b{i}_t:s0 tclass=file");
        }

        reader.Read("avc:  denied  { read } for " + new string('x', AuditLogReader.MaxLineLength));
        Assert.Equal(AuditLogReader.MaxDenials, reader.Denials.Length);
        Assert.Equal((true, 1), (reader.IsCut, reader.Unreadable));
    }

    [Fact]
    public void Damaged_lines_end_in_denials_that_are_whole_or_are_counted()
    {
        var random = new Random(5);
        string[] lines =
        [
            "type=AVC msg=audit(1.0:1): avc:  denied  { read write } for  " + Fields,
            "type=AVC msg=audit(11/30/2026 03:00:00.1:31) : avc:  denied  { read write } for  " + Fields.Replace("\"", "", StringComparison.Ordinal),
            "type=USER_AVC msg=audit(1.0:1): pid=1 uid=0 subj=system_u:system_r:init_t:s0 msg='avc:  denied  { start } for auid=n/a " + Fields + " exe=\"/usr/lib/systemd/systemd\" terminal=?'",
            "type=SELINUX_ERR msg=audit(1.0:1): op=security_compute_sid invalid_context=\"u:r:c_t:s0\" scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=process",
            Record("read", "a_t", "b_t") + " " + Record("write", "c_t", "d_t"),
        ];
        var (read, unreadable) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var text = lines[i % lines.Length].ToCharArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                text[random.Next(text.Length)] = "{}=\"': ,\t\0\u001b\uD800avc"[random.Next(15)];
            }

            var reader = new AuditLogReader();
            reader.Read(new string(text, 0, random.Next(text.Length)));
            Assert.InRange(reader.Denials.Length + reader.Errors.Length + reader.Unreadable, 0, i % lines.Length == 4 ? 2 : 1);
            Assert.All(reader.Denials, d => Assert.All([d.Source, d.Target, d.Class, .. d.Permissions], n => Assert.Matches("^[A-Za-z_][A-Za-z0-9_.-]*$", n)));
            (read, unreadable) = (read + reader.Denials.Length + reader.Errors.Length, unreadable + reader.Unreadable);
        }

        Assert.True(read > 1_000 && unreadable > 1_000, $"{read} {unreadable}");
    }

    [Fact]
    public void Two_records_on_one_line_are_two_denials()
    {
        var denials = Read("node=a " + Record("read", "sshd_t", "usr_t") + " node=a " + Record("write", "chronyd_t", "shadow_t"));
        Assert.Equal(["sshd_t usr_t:file read", "chronyd_t shadow_t:file write"], denials.Select(Text));
    }

    [Fact]
    public void Records_on_one_line_need_no_headers_between_them()
    {
        var denials = Read("avc:  denied  { read } for  pid=1 " + Contexts("a_t", "b_t") + " avc:  denied  { write } for  pid=1 " + Contexts("c_t", "d_t"));
        Assert.Equal(["a_t b_t:file read", "c_t d_t:file write"], denials.Select(Text));
    }

    [Fact]
    public void A_record_that_is_cut_is_unreadable_and_takes_nothing_from_the_next_one()
    {
        var reader = new AuditLogReader();
        reader.Read("type=AVC msg=audit(1.0:1): avc:  denied  { write } for  pid=1 comm=\"x\" " + Record("read", "a_t", "b_t"));
        Assert.Equal("a_t b_t:file read", Text(Assert.Single(reader.Denials)));
        Assert.Equal(1, reader.Unreadable);
    }

    [Fact]
    public void A_record_between_two_denials_gives_them_nothing()
    {
        var denials = Read(Record("read", "a_t", "b_t") + " type=SYSCALL msg=audit(1.0:1): arch=c000003e comm=\"x\" scontext=u:r:evil_t:s0 " + Record("write", "c_t", "d_t"));
        Assert.Equal(["a_t b_t:file read", "c_t d_t:file write"], denials.Select(Text));
    }

    [Fact]
    public void In_an_interpreted_log_names_have_blanks_and_no_hexadecimal_digits()
    {
        var denial = Assert.Single(Read("type=AVC msg=audit(11/30/2026 03:00:00.123:31) : avc:  denied  { map } for  pid=7 comm=.NET TP Worker path=/memfd:double mapper (deleted) dev=\"tmpfs\" ino=2 " + Contexts("a_t", "b_t")));
        Assert.Equal((".NET TP Worker", "/memfd:double mapper (deleted)"), (denial.Command, denial.Path));
        Assert.Equal("CAFE", Assert.Single(Read("type=AVC msg=audit(2026-11-30 03:00:00.123:31) : avc:  denied  { map } for  pid=7 comm=CAFE name=BABE " + Contexts("a_t", "b_t"))).Command);
    }

    [Fact]
    public void A_name_in_an_interpreted_log_that_looks_like_a_record_makes_no_denial()
    {
        var reader = new AuditLogReader();
        reader.Read("type=AVC msg=audit(11/30/2026 03:00:00.123:31) : avc:  denied  { read } for  pid=7 comm=cat name=x type=AVC msg=audit(1.0:1): avc:  denied  { relabelto } for  " + Contexts("a_t", "b_t"));
        Assert.Empty(reader.Denials);
        Assert.Equal(1, reader.Unreadable);
    }

    [Theory]
    [InlineData("\u001b[32m[   16.887034] \u001b[0m\u001b[33maudit: \u001b[0mtype=1400 audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("<5>[   16.887034] audit: type=1400 audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("kern  :notice: [Mon Nov 30 03:46:17 2026] audit: type=1400 audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host audit[123]: AVC avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host kernel: type=1400 audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}\r")]
    [InlineData("\0\0\0type=AVC msg=audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}\u001dARCH=x86_64 SYSCALL=openat")]
    [InlineData("Nov 30 03:46:17 host audit[812]: USER_AVC pid=812 uid=81 subj=system_u:system_r:system_dbusd_t:s0 msg='avc:  denied  { read } for  dest=org.x spid=1 {0} permissive=0\n exe=\"/usr/bin/dbus-daemon\" terminal=?'")]
    [InlineData("type=1107 audit(1.0:1): pid=1 uid=0 msg='avc:  denied  { read } for {0}'")]
    public void Colours_holes_and_what_stands_around_a_record_are_passed_over(string line) =>
        Assert.Equal("a_t b_t:file read", Text(Assert.Single(Read(line.Replace("{0}", Contexts("a_t", "b_t"), StringComparison.Ordinal)))));

    [Theory]
    [InlineData("Nov 30 03:46:17 host myprog[1234]: avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host pulseaudio[7]: type=AVC msg=audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host myprog: type=AVC msg=audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("2026-11-30T03:46:17.123+01:00 host my-prog@2.service[7]: kernel: audit: type=1400 audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("user  :notice: [Mon Nov 30 03:46:17 2026] myprog: avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("\u001b[33mNov 30 03:46:17 host myprog[9]:\u001b[0m op=security_compute_sid invalid_context=\"u:r:c_t:s0\" {0}")]
    public void What_another_program_writes_into_the_log_is_no_record(string line)
    {
        var reader = new AuditLogReader();
        reader.Read(line.Replace("{0}", Contexts("a_t", "b_t"), StringComparison.Ordinal));
        Assert.Empty(reader.Denials);
        Assert.Empty(reader.Errors);
        Assert.Equal(0, reader.Unreadable);
    }

    [Theory]
    [InlineData("Nov 30 03:46:17 host dbus-daemon[812]: avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host systemd[1]: SELinux: avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host audispd: node=web type=AVC msg=audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    [InlineData("Nov 30 03:46:17 host tag_audit_log: type=AVC msg=audit(1796001083.979:11): avc:  denied  { read } for  pid=1 {0}")]
    public void What_daemons_that_ask_SELinux_write_is_a_record(string line) =>
        Assert.Equal("a_t b_t:file read", Text(Assert.Single(Read(line.Replace("{0}", Contexts("a_t", "b_t"), StringComparison.Ordinal)))));

    [Fact]
    public void Contexts_ports_ioctl_commands_and_unknown_labels_are_kept()
    {
        var denial = Assert.Single(Read(
            "avc:  denied  { ioctl } for  pid=1 path=\"/dev/x\" ioctlcmd=0x5401 scontext=u:r:a_t:s0:c1 tcontext=u:object_r:b_t:s0:c2 tclass=chr_file permissive=0",
            "avc:  denied  { ioctl read } for  pid=1 path=\"/dev/y\" ioctlcmd=0x54f0 scontext=u:r:a_t:s0:c1 tcontext=u:object_r:b_t:s0:c3 tclass=chr_file permissive=0 trawcon=\"u:object_r:gone_t:s0\""));
        Assert.Equal([0x5401, 0x54f0], denial.IoctlCommands.ToArray());
        Assert.Equal(["/dev/x", "/dev/y"], denial.Paths.ToArray());
        Assert.Equal(["u:r:a_t:s0:c1 u:object_r:b_t:s0:c2 ioctl", "u:r:a_t:s0:c1 u:object_r:b_t:s0:c3 ioctl read"], denial.Contexts.Select(c => $"{c.Source} {c.Target} {string.Join(" ", c.Permissions)}"));
        Assert.Equal("u:object_r:gone_t:s0", denial.UnknownTargetLabel);
        Assert.Equal(5432, Assert.Single(Read("avc:  denied  { name_connect } for  pid=1 comm=\"x\" dest=5432 scontext=u:r:a_t:s0 tcontext=u:object_r:p_t:s0 tclass=tcp_socket")).Port);
    }

    [Theory]
    [InlineData("type=SELINUX_ERR msg=audit(1.0:1): op=security_compute_sid invalid_context=\"u:r:c_t:s0\" scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=process", "InvalidNewContext a_t b_t process u:r:c_t:s0")]
    [InlineData("type=SELINUX_ERR msg=audit(1.0:1): op=security_compute_sid invalid_context=753A723A635F743A7330 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=process", "InvalidNewContext a_t b_t process u:r:c_t:s0")]
    [InlineData("[ 1.0] type=1401 audit(1.0:1): security_compute_sid:  invalid context u:r:c_t:s0 for scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=process", "InvalidNewContext a_t b_t process u:r:c_t:s0")]
    [InlineData("Nov 30 03:46:17 host audit: SELINUX_ERR op=security_bounded_transition seresult=denied oldcontext=u:r:a_t:s0 newcontext=u:r:b_t:s0", "BoundedTransition a_t b_t process ")]
    [InlineData("audit: type=1401 audit(1.0:1): op=nnp_transition seresult=denied oldcontext=u:r:a_t:s0 newcontext=u:r:b_t:s0", "NoNewPrivileges a_t b_t process2 ")]
    [InlineData("type=SELINUX_ERR msg=audit(11/30/2026 03:00:00.1:2) : op=security_validate_transition seresult=denied oldcontext=u:object_r:b_t:s0 newcontext=u:object_r:c_t:s0 taskcontext=u:r:a_t:s0 tclass=file", "RefusedRelabel a_t b_t file u:object_r:c_t:s0")]
    [InlineData("type=SELINUX_ERR msg=audit(1.0:1): op=setxattr invalid_context=\"u:object_r:gone_t:s0\"", "InvalidLabel    u:object_r:gone_t:s0")]
    [InlineData("type=SELINUX_ERR msg=audit(1.0:1): op=security_compute_av reason=bounds scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file perms=read,write", "BoundedAccess a_t b_t file  read write")]
    public void What_the_security_server_refuses_by_itself_is_read_too(string line, string expected)
    {
        var reader = new AuditLogReader();
        reader.Read(line);
        reader.Read(line);
        var error = Assert.Single(reader.Errors);
        var permissions = string.Concat(error.Permissions.Select(p => " " + p));
        Assert.Equal(expected, $"{error.Kind} {TypeOf(error.Source)} {TypeOf(error.Target)} {error.Class} {error.Context}{permissions}");
        Assert.Equal((2, 0, 0), (error.Count, reader.Unreadable, reader.Denials.Length));
    }

    [Theory]
    [InlineData("type=MAC_POLICY_LOAD msg=audit(1.0:1): auid=0 ses=1 lsm=selinux res=1")]
    [InlineData("type=MAC_STATUS msg=audit(1.0:1): enforcing=0 old_enforcing=1 auid=0 ses=1")]
    [InlineData("type=MAC_CONFIG_CHANGE msg=audit(1.0:1): bool=httpd_can_network_connect val=1 old_val=0 auid=0 ses=1")]
    [InlineData("type=USER_AVC msg=audit(1.0:1): pid=1 msg='avc:  received policyload notice (seqno=3)  exe=\"/usr/lib/systemd/systemd\"'")]
    [InlineData("type=CONFIG_CHANGE msg=audit(1.0:1): op=remove_rule key=\"security_watch\" list=4 res=1")]
    public void What_reports_a_change_of_the_policy_is_no_denial(string line)
    {
        var reader = new AuditLogReader();
        reader.Read(line);
        Assert.Equal((0, 0, 0), (reader.Denials.Length, reader.Errors.Length, reader.Unreadable));
    }

    [Fact]
    public void What_is_kept_is_bounded_however_many_contexts_paths_and_permissions_there_are()
    {
        var reader = new AuditLogReader();
        for (var i = 0; i < 5_000; i++)
        {
            reader.Read($"avc:  denied  {{ p{i} }} for  name=\"{new string('n', 8_000)}{i}\" scontext=u:r:a_t:s0:c{i} tcontext=u:object_r:b{i % 500}_t:s0 tclass=file");
        }

        Assert.True(reader.Denials.Sum(d => d.Paths.Sum(p => p.Length) + d.Contexts.Sum(c => c.Source.Length + c.Target.Length)) <= 16 << 20);
        Assert.All(reader.Denials, d => Assert.True(d.Paths.Length <= AuditLogReader.MaxPaths && d.Contexts.Length <= AuditLogReader.MaxContexts && d.Permissions.Length <= 64));
        Assert.Equal(0, reader.Unreadable);
    }

    [Fact]
    public void Of_a_line_without_end_the_records_at_its_beginning_count()
    {
        var reader = new AuditLogReader();
        reader.Read(Record("read", "a_t", "b_t") + " " + Record("write", "c_t", "d_t") + new string('x', AuditLogReader.MaxLineLength));
        Assert.Equal("a_t b_t:file read", Text(Assert.Single(reader.Denials)));
        Assert.Equal(1, reader.Unreadable);
    }

    private static string Record(string permission, string source, string target) =>
        $"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ {permission} }} for  pid=611 comm=\"x\" name=\"y\" dev=\"vda2\" ino=77 {Contexts(source, target)} permissive=1";

    private static string Contexts(string source, string target) => $"scontext=system_u:system_r:{source}:s0 tcontext=system_u:object_r:{target}:s0 tclass=file";

    private static string Text(Denial denial) => $"{denial.Source} {denial.Target}:{denial.Class} {string.Join(" ", denial.Permissions)}";

    private static string TypeOf(string context) => context.Split(':').ElementAtOrDefault(2) ?? "";

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
