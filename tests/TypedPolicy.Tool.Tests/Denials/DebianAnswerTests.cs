using System.Text.Json;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Denials;

/// <summary>Answers with Debian's headers and policy: what an experienced author would write for common denials, and what is no missing rule.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianAnswerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Denials of a service that the base does not know; each of a domain of its own, so that no answer leans on another.</summary>
    private static readonly (string Denial, string Answer)[] Common =
    [
        ("usr_t:file read", "[Files.ReadUsrFiles]"),
        ("usr_t:file { getattr open read }", "[Files.ReadUsrFiles]"),
        ("usr_t:file getattr", "[Files.GetattrUsrFiles]"),
        ("usr_t:dir search", "[Files.SearchUsr]"),
        ("usr_t:dir { open read }", "[Files.ListUsr]"),
        ("usr_t:dir watch", "[Files.WatchUsrDirs]"),
        ("etc_t:file { getattr open read }", "[Files.ReadEtcFiles]"),
        ("etc_t:dir search", "[Files.SearchEtc]"),
        ("etc_runtime_t:file { open read }", "[Files.ReadEtcRuntimeFiles]"),
        ("proc_t:file { getattr open read }", "[Kernel.ReadSystemState]"),
        ("proc_net_t:file { open read }", "[Kernel.ReadNetworkState]"),
        ("sysctl_net_t:file { open read }", "[Kernel.ReadNetSysctls]"),
        ("sysctl_kernel_t:file { open read }", "[Kernel.ReadKernelSysctls]"),
        ("sysctl_vm_overcommit_t:file { open read }", "[Kernel.ReadVmOvercommitSysctl]"),
        ("sysfs_t:file { open read }", "[Dev.ReadSysfs]"),
        ("urandom_device_t:chr_file { open read }", "[Dev.ReadUrand]"),
        ("random_device_t:chr_file read", "[Dev.ReadRand]"),
        ("null_device_t:chr_file { read write }", "[Dev.RwNull]"),
        ("var_lib_t:dir search", "[Files.SearchVarLib]"),
        ("var_log_t:dir search", "[Logging.SearchLogs]"),
        ("tmp_t:dir search", "[Files.SearchTmp]"),
        ("fs_t:filesystem getattr", "[Fs.GetattrXattrFs]"),
        ("tmpfs_t:filesystem getattr", "[Fs.GetattrTmpfs]"),
        ("cert_t:file { open read }", "[Miscfiles.ReadGenericCerts]"),
        ("locale_t:file { open read }", "[Miscfiles.ReadLocalization]"),
        ("locale_t:dir search", "[Miscfiles.ReadLocalization]"),
        ("net_conf_t:file { open read }", "[Sysnet.ReadConfig]"),
        ("krb5_conf_t:file read", "[Kerberos.ReadConfig]"),
        ("bin_t:dir search", "[Corecmd.SearchBin]"),
        ("bin_t:file { execute execute_no_trans open read }", "[Corecmd.ExecBin]"),
        ("shell_exec_t:file { execute execute_no_trans }", "[Corecmd.ExecShell]"),
        ("ld_so_cache_t:file { open read }", "[Libs.UseLdSo]"),
        ("devlog_t:sock_file write", "[Logging.SendSyslogMsg]"),
        ("syslogd_t:unix_dgram_socket sendto", "[Logging.SendSyslogMsg]"),
        ("http_port_t:tcp_socket name_bind", "[Corenet.TcpBindHttpPort]"),
        ("http_port_t:tcp_socket name_connect", "[Corenet.TcpConnectHttpPort]"),
        ("postgresql_port_t:tcp_socket name_connect", "[Corenet.TcpConnectPostgresqlPort]"),
        ("node_t:tcp_socket node_bind", "[Corenet.TcpBindGenericNode]"),
        ("node_t:udp_socket node_bind", "[Corenet.UdpBindGenericNode]"),
        ("system_dbusd_t:unix_stream_socket connectto", "[Dbus.SystemBusClient]"),
        ("init_t:fd use", "[Init.UseFds]"),
        ("init_t:process sigchld", "[Init.Sigchld]"),
        ("kernel_t:system module_request", "[Kernel.RequestLoadModule]"),
        ("mysqld_t:unix_stream_socket connectto", "[Mysql.StreamConnect]"),
        ("postgresql_t:unix_stream_socket connectto", "[Postgresql.StreamConnect]"),
        ("cgroup_t:dir search", "[Fs.SearchCgroupDirs]"),
        ("cgroup_t:file { open read }", "[Fs.ReadCgroupFiles]"),
        ("selinux_config_t:file { open read }", "[Seutil.ReadConfig]"),
        ("home_root_t:dir search", "[Files.SearchHome]"),
        ("user_home_dir_t:dir search", "[Userdom.SearchUserHomeDirs]"),
        ("user_home_t:file { open read }", "[Userdom.ReadUserHomeContentFiles]"),
        ("httpd_sys_content_t:file { open read }", "[Apache.ReadSysContent]"),
        ("systemd_unit_t:service start", "[Init.StartGenericUnits]"),
        ("modules_object_t:dir search", "[Files.SearchKernelModules]"),
        ("mail_spool_t:file read", "[Mta.ReadSpoolFiles]"),
        ("hostname_exec_t:file { execute execute_no_trans getattr open read }", "[Hostname.Exec]"),
    ];

    [Fact]
    public void Common_denials_are_answered_as_an_experienced_author_would()
    {
        var denials = Answers([.. Common.Select((c, i) => Record($"orchard{i}_t", c.Denial))]);
        Assert.Equal(Common, Common.Select((c, i) => (c.Denial, string.Join(' ', denials[i].GetProperty("answer").EnumerateArray().Select(a => a.GetProperty("csharp").GetString())))));
    }

    [Fact]
    public void Nothing_that_is_listed_for_a_denial_is_unconfined_or_writes_what_was_to_be_read()
    {
        foreach (var (denial, at) in Answers([.. Common.Select((c, i) => Record($"orchard{i}_t", c.Denial))]).Select((d, i) => (d, i)))
        {
            Assert.All(denial.GetProperty("found").EnumerateArray(), f =>
            {
                Assert.DoesNotContain("unconfined", f.GetProperty("name").GetString(), StringComparison.Ordinal);
                Assert.True(!IsOfFiles(denial) || !f.GetProperty("writes").EnumerateArray().Any(IsOfFiles) || f.GetProperty("csharp").GetString()!.Contains('<', StringComparison.Ordinal), $"{Common[at].Denial}: {f.GetProperty("name")}");
            });
        }
    }

    [Theory]
    [InlineData("tmp_t:sock_file { create unlink }", "Files.TmpFiletrans", "Files.TmpFile")]
    [InlineData("tmpfs_t:file { execute map read write }", "Fs.TmpfsFiletrans", "Files.TmpfsFile")]
    [InlineData("var_log_t:file { append create }", "Logging.LogFiletrans", "Logging.LogFile")]
    [InlineData("var_run_t:sock_file create", "Files.RuntimeFiletrans", "Files.RuntimeFile")]
    [InlineData("var_lib_t:dir { add_name write }", "Files.VarLibFiletrans", null)]
    public void Who_makes_files_where_others_do_gets_a_type_for_them(string denial, string transition, string? mark)
    {
        var type = Assert.Single(Answers(Record("orchard_t", denial))).GetProperty("privateType");
        Assert.Equal((transition, mark), (type.GetProperty("transition").GetString(), type.GetProperty("mark").GetString()));
    }

    [Fact]
    public void What_is_no_missing_rule_is_told_apart_and_gets_no_interface()
    {
        var denials = Answers(
            Record("httpd_t", "postgresql_port_t:tcp_socket name_connect"),
            Record("sshd_t", "usr_t:file read"),
            "type=AVC msg=audit(1.0:1): avc:  denied  { read write } for  pid=1 scontext=system_u:system_r:svirt_t:s0:c1,c2 tcontext=system_u:object_r:svirt_image_t:s0:c3,c4 tclass=file",
            Record("orchard_t", "orchard_t:process fly"));
        Assert.Equal(["boolean", "allowed", "constraint", "unknownPermission"], denials.Select(d => d.GetProperty("causes")[0].GetProperty("kind").GetString()));
        Assert.All(denials, d => Assert.Equal((0, 0), (d.GetProperty("answer").GetArrayLength(), d.GetProperty("found").GetArrayLength())));
        Assert.Contains("setsebool -P httpd_can_network_connect on", Explanation(denials[0]), StringComparison.Ordinal);
        Assert.Contains("the levels differ (s0:c1,c2 and s0:c3,c4)", Explanation(denials[2]), StringComparison.Ordinal);
        Assert.Contains("mcs_constrained_type", Explanation(denials[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_neverallow_rule_guards_is_in_the_answer_as_a_comment()
    {
        var run = Run("--log", Log(Record("orchard_t", "shadow_t:file { open read }")));
        Assert.Contains("A neverallow rule of the base allows it only to types in can_read_shadow_passwords", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n// [Auth.ReadShadow] ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_that_is_not_valid_is_answered_with_the_role_that_is_missing()
    {
        var run = Run("--log", Log("type=SELINUX_ERR msg=audit(1.0:1): op=security_compute_sid invalid_context=\"unconfined_u:unconfined_r:ntpd_t:s0\" scontext=unconfined_u:unconfined_r:unconfined_t:s0 tcontext=system_u:object_r:ntpd_exec_t:s0 tclass=process"));
        Assert.Contains("The role unconfined_r may not run ntpd_t: write [Role<UnconfinedR>]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transition_under_no_new_privs_is_answered_with_the_transition()
    {
        var run = Run("--log", Log(
            "avc:  denied  { execute } for  pid=1 path=\"/usr/bin/orchard\" scontext=system_u:system_r:init_t:s0 tcontext=system_u:object_r:orchard_exec_t:s0 tclass=file",
            Record("init_t", "orchard_t:process transition"),
            Record("init_t", "orchard_t:process2 nnp_transition"),
            "type=SELINUX_ERR msg=audit(1.0:1): op=security_bounded_transition seresult=denied oldcontext=system_u:system_r:init_t:s0 newcontext=system_u:system_r:orchard_t:s0"));
        Assert.Contains("// security_bounded_transition\n//     init_t may not change to orchard_t with no_new_privs", run.Output, StringComparison.Ordinal);
        Assert.Contains("//     There is no type orchard_t in /usr/share/selinux/default: make Orchard a [Domain] class of yours, or name the policy that has it with --policy.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            // init_t
            [RulesFor<Init>]
            [DomainTransition<Orchard>(NoNewPrivileges = true)] // orchard_t:process transition; orchard_t:process2 nnp_transition
            public static class ForInit;

            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_type_that_nobody_declares_is_said_to_be_missing()
    {
        var log = Log(Record("init_t", "orchard_t:process transition"));
        var policy = _folder.Write("orchard.cil", "(type orchard_t)\n(roletype object_r orchard_t)\n");
        Assert.Contains("[DomainTransition<Orchard>]", Run("--log", log, "--policy", policy).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no type", Run("--log", log, "--policy", policy).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no type", Run("--log", Log(Record("init_t", "ntpd_t:process transition"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_of_a_service_takes_a_line_for_each_attribute()
    {
        string[] denials =
        [
            "usr_t:dir { read watch }", "usr_t:file { getattr map open read }", "orchard_t:process { getsched setsched }", "sysfs_t:file { getattr open read }", "tmp_t:dir { add_name remove_name search write }",
            "tmp_t:sock_file { create unlink }", "urandom_device_t:chr_file { open read }", "proc_t:file { open read }", "sysctl_vm_t:dir search", "sysctl_vm_overcommit_t:file { open read }", "fs_t:filesystem getattr",
        ];
        var run = Run("--log", Log([.. denials.Select(d => Record("orchard_t", d))]));
        Assert.InRange(run.Output.Count(c => c == '\n'), denials.Length, 2 * denials.Length);
        Assert.Contains("[Kernel.ReadVmOvercommitSysctl]             // sysctl_vm_t:dir search; sysctl_vm_overcommit_t:file { open read }\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("[Files.TmpFiletrans<Orchard.Tmp>(typeof(SockFilePerms))] // tmp_t:sock_file { create unlink }; tmp_t:dir { add_name remove_name search write }\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("    [FileType, Files.TmpFile, AllowFrom<Owner>(SockFilePerms.Manage)]\n    public sealed class Tmp;\n", run.Output, StringComparison.Ordinal);
    }

    private static bool IsOfFiles(JsonElement denial) => denial.GetProperty("class").GetString() is "file" or "dir" or "lnk_file" or "chr_file" or "sock_file" or "fifo_file";

    private static string Explanation(JsonElement denial) => denial.GetProperty("causes")[0].GetProperty("explanation").GetString()!;

    private static string Record(string source, string denial)
    {
        var (target, @class, permissions) = (denial[..denial.IndexOf(':')], denial[(denial.IndexOf(':') + 1)..denial.IndexOf(' ')], denial[(denial.IndexOf(' ') + 1)..].Trim('{', '}', ' '));
        return $"type=AVC msg=audit(1.0:1): avc:  denied  {{ {permissions} }} for  pid=1 scontext=system_u:system_r:{source}:s0 tcontext=system_u:object_r:{target}:s0 tclass={@class} permissive=0";
    }

    private List<JsonElement> Answers(params string[] records) => [.. Run("--log", Log(records), "--format", "json").Json().GetProperty("denials").EnumerateArray()];

    private string Log(params string[] records) => _folder.Write("audit.log", string.Join('\n', records) + "\n");

    private static CommandRun Run(params string[] arguments) => TypedPolicyCommand.Run(["find", .. arguments]).Succeeds();
}
