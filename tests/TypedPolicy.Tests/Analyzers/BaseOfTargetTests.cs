using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>What is known of a base without any index differs by the target: ports, and what every domain may search.</summary>
public sealed class BaseOfTargetTests
{
    private const string Greeter = """[Domain] sealed class D { [FileType, FileContextTree("/var/lib/greeter"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Notes; }""";

    private const string Xfs = """[PortType, Port(Protocol.Tcp, 7100, 7199)] sealed class P;""";

    [Theory]
    [InlineData("debian12", "Debian 12")]
    [InlineData("el9", "Enterprise Linux 9")]
    [InlineData("el8", "Enterprise Linux 8")]
    [InlineData("fedora", "Fedora 42 and later")]
    public async Task A_port_that_every_base_of_the_line_labels_is_known_without_an_index(string target, string title) => Assert.Equal(
        [$"TP6002 «Port(Protocol.Tcp, 5000)» {title} labels tcp port 5000 with commplex_main_port_t already, and a port has one label. Allow access to that type, or label another port."],
        await PolicyProject.Of(["[PortType, Port(Protocol.Tcp, 5000)] sealed class P; [PortType, Port(Protocol.Tcp, 7070)] sealed class Q;"], ["TP6002"], targets: target).Squiggles());

    [Fact]
    public async Task A_port_that_all_targets_label_alike_is_reported_once() => Assert.Equal(
        ["TP6002 «Port(Protocol.Tcp, 80)» Debian 12 labels tcp port 80 with http_port_t already, and a port has one label. Allow access to that type, or label another port."],
        await PolicyProject.Of(["[PortType, Port(Protocol.Tcp, 80)] sealed class P; [External(\"http_port_t\")] sealed class Http; [PortType, Port<Http>(Protocol.Tcp, 443)] sealed class Q;"], ["TP6002"], targets: "debian12;fedora").Squiggles());

    [Theory]
    [InlineData("debian12")]
    [InlineData("el10")]
    public async Task A_range_over_a_port_of_the_base_does_not_get_it(string target) => Assert.Contains(
        "labels tcp port 7100 with xfs_port_t, so tcp ports 7100-7199 do not all get p_t. Label ports that are free, or allow access to that type too.",
        Assert.Single(await PolicyProject.Of([Xfs], ["TP6002"], targets: target).Squiggles()),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_reason_silences_what_the_base_labels_and_not_two_labels_of_the_policy()
    {
        const string Policy = """[PortType, Port(Protocol.Tcp, 7100, 7199), Justified("TP6002", "Nothing here listens on 7100.")] sealed class P; [PortType, Port(Protocol.Tcp, 9), Port(Protocol.Udp, 9)] sealed class Q; [PortType, Port(Protocol.Udp, 9), Justified("TP6002", "It is meant so.")] sealed class R;""";

        Assert.Equal(["«Port(Protocol.Udp, 9)»", "«Port(Protocol.Udp, 9)»"], (await PolicyProject.Of([Policy], ["TP6002", "TP8003"], targets: "debian12").Squiggles()).Where(s => s.Contains("elsewhere", StringComparison.Ordinal)).Select(s => s.Split(' ')[1] + " " + s.Split(' ')[2]));
        Assert.DoesNotContain(await PolicyProject.Of([Policy], ["TP6002", "TP8003"], targets: "debian12").Squiggles(), s => s.Contains("7100", StringComparison.Ordinal) || s.StartsWith("TP8003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_bases_that_lack_a_class_are_named() => Assert.StartsWith(
        "TP7008 «Allow<Self>(UserNamespacePerms.Create)» Debian 12 and Enterprise Linux 9 have no object class user_namespace, so the policy does not link there.",
        Assert.Single(await PolicyProject.Of(["""[Domain, Allow<Self>(UserNamespacePerms.Create)] sealed class D;"""], ["TP7008"], targets: "el9;fedora;debian12").Squiggles()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("el9;debian12", DiagnosticSeverity.Warning)]
    [InlineData("fedora", DiagnosticSeverity.Warning)]
    [InlineData("el9;refpolicy", DiagnosticSeverity.Error)]
    public async Task What_a_neverallow_forbids_is_an_error_where_a_target_refuses_it(string targets, DiagnosticSeverity severity)
    {
        const string Policy = """[External("shadow_t")] sealed class Shadow; [Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D; [PolicyType, Allow<Self>(ProcessPerms.Fork)] sealed class Web;""";

        Assert.Equal(["TP3005", "TP5006"], (await PolicyProject.Of([Policy], ["TP5006", "TP3005"], targets: targets).Find()).Where(d => d.Severity == severity).Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("yes", DiagnosticSeverity.Error)]
    [InlineData("no", DiagnosticSeverity.Warning)]
    public async Task An_index_knows_whether_its_machine_refuses_what_a_neverallow_forbids(string isChecked, DiagnosticSeverity severity)
    {
        const string Policy = """[External("shadow_t")] sealed class Shadow; [Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D;""";
        var index = $"sepolidx\t3\nname\tmine\ntarget\tel9\ncomplete\tno\nexpand-check\t{isChecked}\n";

        Assert.Equal(severity, Assert.Single(await PolicyProject.Of([Policy], ["TP5006"], targets: "el9", index: index).Find()).Severity);
    }

    [Theory]
    [InlineData("netutils", false)]
    [InlineData("kernel", true)]
    [InlineData("other", true)]
    public async Task A_module_takes_the_place_of_the_bases_module_of_its_name(string module, bool isReported)
    {
        var policy = $"""[assembly: PolicyModule("{module}")] [FileType("ping_exec_t")] sealed class Ping; [PolicyType("proc_t")] sealed class Proc;""";
        var squiggles = await PolicyProject.Of([policy], ["TP1002"], targets: "el9", index: JudgementCases.Debian).Squiggles();

        Assert.Equal(isReported, squiggles.Any(s => s.Contains("ping_exec_t", StringComparison.Ordinal)));
        Assert.Contains(squiggles, s => s.Contains("proc_t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("init_t")]
    [InlineData("clerk_t")]
    public async Task Headers_alone_know_no_attributes_of_a_type_and_so_nothing_is_said_of_what_it_may_not_search(string starter)
    {
        // Of init_t the library knows what the headers do not say, that of clerk_t nobody does.
        var policy = $$"""[Domain] sealed class D { [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)] public sealed class Exec; } [External("{{starter}}")] sealed class Starter; [RulesFor<Starter>, DomainTransition<D>] static class Started;""";
        const string Headers = "sepolidx\t3\nname\tmine\ntarget\tfedora\ncomplete\tno\ntype\tclerk_t\tshop\t\ntype\tinit_t\tinit\t\ntype\troot_t\tfiles\t\n";

        Assert.Empty(await PolicyProject.Of([policy], ["TP3012"], targets: "fedora", index: Headers).Squiggles());
    }

    [Theory]
    [InlineData("shop", 0)]
    [InlineData("lamp", 1)]
    public async Task Headers_alone_do_not_say_which_module_declares_a_name_so_one_of_their_own_may(string module, int errors)
    {
        const string Headers = "sepolidx\t3\nname\tmine\ntarget\tfedora\ncomplete\tno\ntype\tclerk_t\tshop\t\ntype\tgoods_t\tmarket\t\nboolean\tshop_open\t\t\n";
        var policy = $$"""[assembly: PolicyModule("{{module}}")] [PolicyType] sealed class Goods;""";

        Assert.Equal(errors, (await PolicyProject.Of([policy], ["TP1002"], targets: "fedora", index: Headers).Squiggles()).Length);
    }

    [Fact]
    public async Task State_below_var_lib_is_out_of_reach_on_Debian() => Assert.Equal(
        ["TP4019 «AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)» d_t may create d_notes_t, but may not search /var/lib (var_lib_t) on the way to /var/lib/greeter. Add [Allow<…>(DirPerms.SearchSet)] for var_lib_t."],
        await PolicyProject.Of([Greeter], ["TP4019"], targets: "debian12").Squiggles());

    [Fact]
    public async Task What_is_out_of_reach_is_written_as_its_target_writes_it()
    {
        const string Policy = """[FileType, FileContextTree("/var/run/web")] sealed class Data; [Domain, Allow<Data>(FilePerms.ReadSet)] sealed class D;""";
        Assert.EndsWith("d_t may open data_t on Debian 12, but may not search /run/web (data_t) on the way to what is in /run/web. Add [Allow<Data>(DirPerms.SearchSet)].", Assert.Single(await PolicyProject.Of([Policy], ["TP4019"], targets: "refpolicy;debian12").Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_domain_gets_there_on_Enterprise_Linux_and_Fedora()
    {
        Assert.Empty(await PolicyProject.Of([Greeter], ["TP4019"], targets: "el9").Squiggles());
        Assert.Contains(" on Debian 12, ", Assert.Single(await PolicyProject.Of([Greeter], ["TP4019"], targets: "fedora;debian12").Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_in_opt_is_out_of_reach_for_a_domain_that_may_not_search_programs() => Assert.Equal(
        ["TP3012 «DomainTransition<D>» s_t never starts d_t: it may not search /opt/inventory/bin (bin_t) on the way to /opt/inventory/bin/d. Add [Allow<…>(DirPerms.SearchSet)] for bin_t."],
        await PolicyProject.Of(["""[External("init_t")] sealed class Init; [RulesFor<Init>, DomainTransition<D>] static class X; [Domain, DomainTransition<D>] sealed class S; [Domain] sealed class D { [Entrypoint, FileContext("/opt/inventory/bin/d", FileKind.File)] public sealed class Exec; }"""], ["TP3012"], targets: "debian12").Squiggles());

    [Theory]
    [InlineData("FilePerms.CreateSet", "add_name and write", "AddEntry")]
    [InlineData("FilePerms.Manage", "add_name, remove_name and write", "Rw")]
    public async Task Who_makes_files_in_a_directory_that_is_out_of_reach_is_told_all_at_once(string rights, string missing, string set)
    {
        string Policy(string more) => $$"""[FileType, FileContextTree("/srv/web")] sealed class WebLog; [Domain, Allow<WebLog>({{rights}}{{more}})] sealed class D;""";

        Assert.Equal(
            [$"TP4019 «Allow<WebLog>({rights})» d_t may create web_log_t, but may not search /srv/web (web_log_t) on the way to what is in /srv/web, and lacks dir {missing} on /srv/web (web_log_t). Add [Allow<WebLog>(DirPerms.{set})]."],
            await PolicyProject.Of([Policy("")], ["TP4019"], targets: "debian12").Squiggles());
        Assert.Empty(await PolicyProject.Of([Policy($", DirPerms.{set}")], ["TP4019"], targets: "debian12").Squiggles());
    }

    [Fact]
    public async Task What_stops_it_on_the_way_is_told_with_what_is_missing_there()
    {
        string Policy(string more) => $$"""[FileType, FileContext("/srv/web", FileKind.Directory)] sealed class Web; [FileType, FileContextTree("/srv/web/log")] sealed class WebLog; [Domain, Allow<WebLog>(DirPerms.List, FilePerms.CreateSet){{more}}] sealed class D;""";

        Assert.EndsWith(
            "d_t may create web_log_t, but may not search /srv/web (web_t) on the way to /srv/web/log, and lacks dir add_name and write on /srv/web/log (web_log_t). Add [Allow<Web>(DirPerms.SearchSet)] and [Allow<WebLog>(DirPerms.AddEntry)].",
            Assert.Single(await PolicyProject.Of([Policy("")], ["TP4019"], targets: "debian12").Squiggles()),
            StringComparison.Ordinal);
        Assert.Empty(await PolicyProject.Of([Policy(", Allow<Web>(DirPerms.SearchSet), Allow<WebLog>(DirPerms.AddEntry)")], ["TP4019"], targets: "debian12").Squiggles());
    }

    [Fact]
    public async Task What_an_interface_is_named_for_and_what_changes_least_is_proposed_first()
    {
        const string Policy = """[External("init_t")] sealed class Init; [RulesFor<Init>, DomainTransition<D>] static class X; [Domain, DomainTransition<D>] sealed class S; [Domain] sealed class D { [Entrypoint, FileContext("/opt/inventory/bin/d", FileKind.File)] public sealed class Exec; }""";
        const string Named = "sepolidx\t3\nname\tmine\ntarget\tdebian12\ncomplete\tno\n"
            + "interface\tcorecmd_check_exec_bin_files\tCorecmd.CheckExecBinFiles\tcorecmd\tkernel/corecommands.if\t1\tif\t\t\tCheck.\n"
            + "interface\tcorecmd_getattr_bin_files\tCorecmd.GetattrBinFiles\tcorecmd\tkernel/corecommands.if\t2\tif\t\t\tLook.\n"
            + "interface\tcorecmd_search_bin\tCorecmd.SearchBin\tcorecmd\tkernel/corecommands.if\t3\tif\t\t\tSearch.\n"
            + "interface\tshop_search_bin_mount\tShop.SearchBinMount\tshop\tapps/shop.if\t4\tif\t\t\tMount.\n"
            + "grant\tbin_t\tdir\tcorecmd_check_exec_bin_files\tgetattr open search\ngrant\tbin_t\tfile\tcorecmd_check_exec_bin_files\texecute getattr\n"
            + "grant\tbin_t\tdir\tcorecmd_getattr_bin_files\tgetattr open search\ngrant\tbin_t\tfile\tcorecmd_getattr_bin_files\tgetattr\n"
            + "grant\tbin_t\tdir\tcorecmd_search_bin\tgetattr open search\ngrant\tbin_t\tlnk_file\tcorecmd_search_bin\tgetattr open read\ngrant\tusr_t\tdir\tcorecmd_search_bin\tgetattr open search\n"
            + "grant\tbin_t\tdir\tshop_search_bin_mount\tmounton search\n";

        Assert.EndsWith("Add [Corecmd.SearchBin].", Assert.Single(await PolicyProject.Of([Policy], ["TP3012"], targets: "debian12", index: Named).Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_that_a_guard_keeps_out_is_not_proposed_where_the_guard_is_reported()
    {
        const string Policy = """[External("secret_t")] sealed class Secret; [Domain, Allow<Secret>(FilePerms.Read)] sealed class D; [Domain, Allow<Secret>(FilePerms.Getattr)] sealed class E;""";
        const string Index = JudgementCases.Debian
            + "interface\tauth_tunable_read_secret\tAuth.TunableReadSecret\tauth\tsystem/auth.if\t12\tif\t\t\tRead the secret.\ngrant\tsecret_t\tfile\tauth_tunable_read_secret\tgetattr open read\n";

        var squiggles = await PolicyProject.Of([Policy], ["TP5006", "TP7001"], targets: "el9", index: Index).Squiggles();

        Assert.Equal(2, squiggles.Length);
        Assert.Contains(squiggles, s => s.StartsWith("TP5006 «Allow<Secret>(FilePerms.Read)» ", StringComparison.Ordinal) && s.Contains("Write [Auth.ReadSecret]", StringComparison.Ordinal));
        Assert.Contains(squiggles, s => s.StartsWith("TP7001 «Allow<Secret>(FilePerms.Getattr)» ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_the_kernel_log_takes_the_capability_where_it_is_restricted() => Assert.Equal(
        ["TP5009 «Allow<Kernel>(SystemPerms.SyslogRead)» d_t may read the kernel's log, but lacks capability2 syslog, which the kernel also requires. Add [Allow<Self>(Capability2Perms.Syslog)]."],
        await PolicyProject.Of(["""[External("kernel_t")] sealed class Kernel; [Domain, Allow<Kernel>(SystemPerms.SyslogRead)] sealed class D;"""], ["TP5009"], targets: "debian12").Squiggles());
}
