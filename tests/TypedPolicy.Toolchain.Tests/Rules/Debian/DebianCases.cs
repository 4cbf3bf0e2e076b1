using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>The rules that look at the base, one by one.</summary>
internal static class DebianCases
{
    private const string Executable = "[Entrypoint] public sealed class Exec;";

    public static IReadOnlyList<DebianCase> All { get; } =
    [
        new(
            DiagnosticId.NameOfBasePolicy,
            """[FileType("bin_t")] sealed class @;""",
            "«@» debian12 declares the type bin_t already.",
            """[FileType] sealed class @;""",
            new Refuses("Re-declaration of type", Merging: false)),
        new(
            DiagnosticId.AttributePassedForType,
            """[TypeAttribute, Kernel.ReadMessages] interface I@; [Domain] sealed class @Domain : I@;""",
            "«Kernel.ReadMessages» [ReadMessages] adds ",
            """[TypeAttribute, Kernel.ReadRingBuffer] interface I@; [Domain, Kernel.ReadMessages] sealed class @Domain : I@;""",
            new Makes("attribute own;\nkernel_read_messages(own)", "unknown type", "type own_t;\nkernel_read_messages(own_t)")),
        new(
            DiagnosticId.MisspeltNameInOptional,
            """[External("ping_exe_t")] sealed class @Ping; [Domain] sealed class @ { [Optional, Allow<@Ping>(FilePerms.Exec)] static class B; }""",
            "«@Ping» No declaration of the type ping_exe_t was found, so the optional block is silently left out. Did you mean ping_exec_t?",
            """[Domain, Init.DaemonDomain<@.Exec>] sealed class @ { [Entrypoint] public sealed class Exec; [Optional, Allow<PingExec>(FilePerms.Exec)] static class B; }""",
            new Allows(NotBad: "allow bad1012_t ping_exe", Good: "allow good1012_t ping_exec_t:file execute_no_trans")),
        new(
            DiagnosticId.IncompleteDomainTransition,
            $$"""[Domain, Role<SystemR>, TypeTransition<@Child.Exec, @Child>(typeof(ProcessPerms))] sealed class @; [Domain, Role<SystemR>] sealed class @Child { {{Executable}} }""",
            "«TypeTransition<@Child.Exec, @Child>(typeof(ProcessPerms))» A type transition grants nothing by itself, and no rule here allows %_t execute on %_child_exec_t (file), nor %_t transition on %_child_t (process)",
            $$"""[Domain, Role<SystemR>, DomainTransition<@Child.Exec, @Child>, Netutils.DomtransPing] sealed class @; [Domain, Role<SystemR>] sealed class @Child { {{Executable}} }""",
            new Allows(NotBad: "allow bad3001_t bad3001_child_t:process transition", Good: "allow good3001_t good3001_child_t:process transition")),
        new(
            DiagnosticId.OutsideDomainAttribute,
            """[PolicyType, Allow<Self>(ProcessPerms.Fork)] sealed class @;""",
            "«@» A rule grants %_t access to processes, but %_t is not in the attribute 'domain'",
            """[Domain, Allow<Self>(ProcessPerms.Fork)] sealed class @;""",
            new Refuses("neverallow check failed")),
        new(
            DiagnosticId.SharedEntrypoint,
            """[Domain, Entrypoint<BinT>] sealed class @; [External("bin_t")] sealed class BinT;""",
            "«Entrypoint<BinT>» The domain can be entered through every program of the type bin_t",
            $$"""[Domain, Corecmd.ExecBin] sealed class @ { {{Executable}} }""",
            new Allows(Bad: "allow bad3007_t bin_t:file entrypoint", Good: "allow good3007_t good3007_exec_t:file entrypoint", NotGood: "allow good3007_t bin_t:file entrypoint")),
        new(
            DiagnosticId.NoNewPrivileges,
            $$"""[Domain] sealed class @ { {{Executable}} } [RulesFor<InitT>, DomainTransition<@>] static class From@; [External("init_t")] sealed class InitT;""",
            "«DomainTransition<@>» The service of a unit with NoNewPrivileges=, or with an option that implies it, stays in init_t",
            $$"""[Domain] sealed class @ { {{Executable}} } [RulesFor<InitT>, DomainTransition<@>(NoNewPrivileges = true)] static class From@; [External("init_t")] sealed class InitT;""",
            new Allows(NotBad: "allow init_t bad3008_t:process2", Bad: "allow init_t bad3008_t:process transition", Good: "allow init_t good3008_t:process2 nnp_transition")),
        new(
            DiagnosticId.UnreachableProgram,
            """[Domain, Role<SystemR>, DomainTransition<@Child>] sealed class @; [Domain, Role<SystemR>] sealed class @Child { [Entrypoint, FileContext("/opt/%/bin/child", FileKind.File)] public sealed class Exec; }""",
            "«DomainTransition<@Child>» %_t never starts %_child_t: it may not search /opt/%/bin (bin_t) on the way to /opt/%/bin/child. Add [Corecmd.SearchBin].",
            """[Domain, Role<SystemR>, DomainTransition<@Child>, Corecmd.SearchBin] sealed class @; [Domain, Role<SystemR>] sealed class @Child { [Entrypoint, FileContext("/opt/%/bin/child", FileKind.File)] public sealed class Exec; }""",
            new Allows(NotBad: "allow bad3012_t bin_t:dir", Good: "allow good3012_t bin_t:dir search")),
        new(
            DiagnosticId.RoleMayNotRunDomain,
            $$"""[External("sysadm_t")] sealed class SysadmT; [RulesFor<SysadmT>, DomainTransition<@>] static class By@; [Domain, Role<SystemR>] sealed class @ { {{Executable}} }""",
            "«DomainTransition<@>» sysadm_t runs in the role sysadm_r, and sysadm_r may not run %_t",
            $$"""[External("sysadm_t")] sealed class SysadmT; [External("sysadm_r"), Role] sealed class SysadmR; [RulesFor<SysadmT>, DomainTransition<@>] static class By@; [Domain, Role<SystemR>, Role<SysadmR>] sealed class @ { {{Executable}} }""",
            new Allows(Bad: "allow bad3013_t sysadm_t:fd use", Good: "allow good3013_t sysadm_t:fd use")),
        new(
            DiagnosticId.PathUnderEquivalence,
            """[FileType, FileContext("/var/run/%")] sealed class @;""",
            "«/var/run» ",
            """[FileType, FileContext("/run/%")] sealed class @;""",
            new Labels("/var/run/bad4008", "<<none>>", "/var/run/good4008", "good4008_t")),
        new(
            DiagnosticId.LabelNotFileType,
            """[PolicyType, FileContextTree("/srv/%")] sealed class @;""",
            "«@» Files are labelled %_t, which is not in file_type",
            """[FileType, FileContextTree("/srv/%")] sealed class @;""",
            new IsIn("file_type", BadIsIn: false)),
        new(
            DiagnosticId.LabelDiffersFromBase,
            """[FileType, FileContextPattern("/usr/bin/ping.*", FileKind.File)] sealed class @;""",
            "«FileContextPattern(\"/usr/bin/ping.*\", FileKind.File)» debian12 labels /usr/bin/ping.* with ping_exec_t already",
            """[FileType, FileContextPattern("/usr/bin/%.*", FileKind.File)] sealed class @;""",
            new Refuses("Found conflicting filecon rules")),
        new(
            DiagnosticId.UnreachableFiles,
            """[Domain] sealed class @ { [FileType, FileContextTree("/var/lib/%"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Notes; }""",
            "«AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)» %_t may create %_notes_t, but may not search /var/lib (var_lib_t) on the way to /var/lib/%. Add [Files.SearchVarLib].",
            """[Domain, Files.SearchVarLib] sealed class @ { [FileType, FileContextTree("/var/lib/%"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Notes; }""",
            new Allows(NotBad: "allow bad4019_t var_lib_t:dir", Good: "allow good4019_t var_lib_t:dir search")),
        new(
            DiagnosticId.UnreachableLabels,
            """[Domain, Allow<@Tool.Exec>(FilePerms.Exec)] sealed class @; [Domain] sealed class @Tool { [Entrypoint, FileContext("/opt/%/bin/tool", FileKind.File)] public sealed class Exec; }""",
            "«Exec» No domain with rights to %_tool_exec_t reaches /opt/%/bin/tool: %_t may not search /opt/%/bin (bin_t). Add [Corecmd.SearchBin] to it, or label a path that it can reach.",
            """[Domain, Allow<@Tool.Exec>(FilePerms.Exec), Corecmd.SearchBin] sealed class @; [Domain] sealed class @Tool { [Entrypoint, FileContext("/opt/%/bin/tool", FileKind.File)] public sealed class Exec; }""",
            new Allows(NotBad: "allow bad4020_t bin_t:dir", Good: "allow good4020_t bin_t:dir search")),
        new(
            DiagnosticId.GuardedAccess,
            """[External("shadow_t")] sealed class ShadowT; [Domain, Allow<ShadowT>(FilePerms.ReadSet)] sealed class @;""",
            "«Allow<ShadowT>(FilePerms.ReadSet)» A neverallow rule of debian12 forbids %_t file read on shadow_t: only types in can_read_shadow_passwords may have it, and %_t is not in it. Write [Auth.ReadShadow], which adds %_t to it and grants this, or remove the permission.",
            """[External("shadow_t")] sealed class ShadowT; [Domain, Auth.ReadShadow] sealed class @;""",
            new Refuses("neverallow check failed"),
            new Allows(Good: "allow good5006_t shadow_t:file read")),
        new(
            DiagnosticId.BroadAccess,
            """[External("etc_t")] sealed class EtcT; [Domain, Allow<EtcT>(FilePerms.Write)] sealed class @;""",
            "«Allow<EtcT>(FilePerms.Write)» Files of many programs have the type etc_t, and this lets %_t write all of them.",
            """[External("etc_t")] sealed class EtcT; [Domain, Allow<EtcT>(FilePerms.ReadSet)] sealed class @;""",
            new Allows(Bad: "allow bad5007_t etc_t:file write", Good: "allow good5007_t etc_t:file read", NotGood: "allow good5007_t etc_t:file write")),
        new(
            DiagnosticId.PrivilegedMembership,
            """[External("can_setenforce")] interface IMaySetEnforce; [Domain, MemberOf<IMaySetEnforce>] sealed class @;""",
            "«MemberOf<IMaySetEnforce>» Members of can_setenforce are exempt from neverallow rules or constraints of the base policy, and this makes %_t a member.",
            """[External("daemon")] interface IDaemonDomain; [Domain, MemberOf<IDaemonDomain>] sealed class @;""",
            new IsIn("can_setenforce", BadIsIn: true)),
        new(
            DiagnosticId.IncompleteKernelLogAccess,
            """[Domain, Kernel.ReadMessages] sealed class @;""",
            "«Kernel.ReadMessages» %_t may read /proc/kmsg, but lacks capability2 syslog and system syslog_mod, which the kernel also requires.",
            """[External("kernel_t")] sealed class KernelT; [Domain, Kernel.ReadMessages, Allow<Self>(Capability2Perms.Syslog), Allow<KernelT>(SystemPerms.SyslogMod)] sealed class @;""",
            new Allows(NotBad: "allow bad5009_t kernel_t:system", Good: "allow good5009_t kernel_t:system syslog_mod")),
        new(
            DiagnosticId.CategoriesWithoutEffect,
            $$"""[Domain, DomainTransition<@>, RangeTransition<@.Exec>("s0:c5")] sealed class @Starter; [Domain] sealed class @ { {{Executable}} }""",
            "«RangeTransition<@.Exec>(\"s0:c5\")» This starts %_t with the range s0:c5, but categories do not restrict %_t: the constraints on categories apply only to members of mcs_constrained_type",
            $$"""[External("mcs_constrained_type")] interface IMcsConstrained; [Domain, DomainTransition<@>, RangeTransition<@.Exec>("s0:c5")] sealed class @Starter; [Domain] sealed class @ : IMcsConstrained { {{Executable}} }""",
            new IsIn("mcs_constrained_type", BadIsIn: false)),
        new(
            DiagnosticId.ConflictingNetworkLabels,
            """[PortType, Port(Protocol.Tcp, 22)] sealed class @;""",
            "«Port(Protocol.Tcp, 22)» debian12 labels tcp port 22 with ssh_port_t already, and a port has one label.",
            """[External("ssh_port_t")] sealed class SshPortT; [PortType, Port(Protocol.Tcp, 47654), Port<SshPortT>(Protocol.Tcp, 22)] sealed class @;""",
            new Refuses("Found conflicting portcon rules")),
        new(
            DiagnosticId.PortWithoutAddress,
            """[PortType, Port(Protocol.Tcp, 47604)] sealed class @Port; [Domain, Allow<@Port>(TcpSocketPerms.NameBind)] sealed class @;""",
            "«Allow<@Port>(TcpSocketPerms.NameBind)» %_t may bind %_port_t, but no rule lets it bind to an address (tcp_socket node_bind), and the kernel checks both. Add [Corenet.TcpBindGenericNode].",
            """[PortType, Port(Protocol.Tcp, 47605)] sealed class @Port; [Domain, Allow<@Port>(TcpSocketPerms.NameBind), Corenet.TcpBindGenericNode] sealed class @;""",
            new Allows(NotBad: "allow bad6004_t node_t:tcp_socket", Good: "allow good6004_t node_t:tcp_socket node_bind")),
        new(
            DiagnosticId.LowPortWithoutCapability,
            """[PortType, Port(Protocol.Tcp, 476)] sealed class @Port; [Domain, Allow<@Port>(TcpSocketPerms.NameBind)] sealed class @;""",
            "«Allow<@Port>(TcpSocketPerms.NameBind)» %_t may bind tcp port 476, but no rule lets it use the capability net_bind_service",
            """[PortType, Port(Protocol.Tcp, 477)] sealed class @Port; [Domain, Allow<@Port>(TcpSocketPerms.NameBind), Allow<Self>(CapabilityPerms.NetBindService)] sealed class @;""",
            new Allows(NotBad: "allow bad6005_t bad6005_t:capability", Good: "allow good6005_t good6005_t:capability net_bind_service")),
        new(
            DiagnosticId.RawRuleInsteadOfInterface,
            """[Domain, Allow<PingExec>(FilePerms.Exec)] sealed class @;""",
            "«Allow<PingExec>(FilePerms.Exec)» The interface netutils_exec_ping grants this",
            """[Domain, Netutils.ExecPing] sealed class @;""",
            new Allows(Bad: "allow bad7001_t ping_exec_t:file execute_no_trans", Good: "allow good7001_t ping_exec_t:file execute_no_trans")),
        new(
            DiagnosticId.ForeignTypeGivenAccess,
            """[External("init_t")] sealed class InitT; [FileType, AllowFrom<InitT>(FilePerms.ReadSet)] sealed class @;""",
            "«AllowFrom<InitT>(FilePerms.ReadSet)» init_t belongs to the module init of debian12, and this policy gives it more from outside.",
            """[Domain] sealed class @Domain; [FileType, AllowFrom<@Domain>(FilePerms.ReadSet)] sealed class @;""",
            new Allows(Bad: "allow init_t bad7002_t:file read", Good: "allow good7002_domain_t good7002_t:file read", NotGood: "allow init_t good7002_t:file")),
        new(
            DiagnosticId.UndeclaredName,
            """[External("ping_exe_t")] sealed class PingExeT; [Domain, Allow<PingExeT>(FilePerms.Exec)] sealed class @;""",
            "«PingExeT» No declaration of the type ping_exe_t was found in this policy, a referenced one or debian12. Did you mean ping_exec_t?",
            """[Domain, Allow<PingExec>(FilePerms.Exec), Selinux.SetAllBooleans] sealed class @;""",
            new Refuses("Failed to resolve allow statement")),
        new(
            DiagnosticId.DeprecatedInterface,
            """[Domain, Kernel.MountonProc] sealed class @;""",
            "«Kernel.MountonProc» debian12 deprecates the interface kernel_mounton_proc, and a later version will remove it. Write [Kernel.MountonProcDirs].",
            """[Domain, Kernel.MountonProcDirs] sealed class @;""",
            new Makes("type own_t;\nkernel_mounton_proc(own_t)", "has been deprecated", "type own_t;\nkernel_mounton_proc_dirs(own_t)"),
            new Allows(Bad: "allow bad7004_t proc_t:dir mounton", Good: "allow good7004_t proc_t:dir mounton")),
        new(
            DiagnosticId.DependencyOutsideOptional,
            """[Domain, Gpm.GetattrGpmctl] sealed class @;""",
            "«Gpm.GetattrGpmctl» gpmctl_t belongs to the module gpm of debian12, which a machine may lack",
            """[Domain] sealed class @ { [Optional, Gpm.GetattrGpmctl] static class WithGpm; }""",
            new Refuses("Failed to resolve", Without: "gpm")),
        new(
            DiagnosticId.UnusableBaseIndex,
            """[Domain] sealed class @;""",
            "«target\tdebian12» This is the index of debian12, and the policy is for el9",
            """[Domain] sealed class @;""",
            new AsksNobody("an index is read by the analyzers alone")),
        new(
            DiagnosticId.MissingInTarget,
            """[Domain, Allow<Self>(IoUringPerms.Cmd)] sealed class @;""",
            "«Allow<Self>(IoUringPerms.Cmd)» debian12 has no permission cmd of io_uring, so the policy does not link there.",
            """[Domain, Allow<Self>(IoUringPerms.Sqpoll)] sealed class @;""",
            new Refuses("Failed to resolve permission cmd"),
            new Allows(Good: "allow good7008_t good7008_t:io_uring sqpoll")),
        new(
            DiagnosticId.PermissionSetDiffers,
            """[FileType] sealed class @Notes; [Domain, Allow<@Notes>(FilePerms.Manage)] sealed class @;""",
            "«Allow<@Notes>(FilePerms.Manage)» These are the permissions of manage_file_perms on debian12; on Enterprise Linux 9 that set has watch and watch_reads too. Add what the domain needs on Enterprise Linux 9.",
            """[FileType] sealed class @Notes; [Domain, Allow<@Notes>(FilePerms.Manage | FilePerms.Watch | FilePerms.WatchReads)] sealed class @;""",
            new Allows(Bad: "allow bad7009_t bad7009_notes_t:file unlink", Good: "allow good7009_t good7009_notes_t:file watch", NotBad: "allow bad7009_t bad7009_notes_t:file watch")),
    ];
}
