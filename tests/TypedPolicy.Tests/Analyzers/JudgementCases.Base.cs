using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>The judgements that look at the base policy: with the small base, or with an index.</summary>
public static partial class JudgementCases
{
    /// <summary>An index of a base that is complete, as small as it can be.</summary>
    public const string Debian =
        "sepolidx\t1\nname\tdebian12\ntarget\tel9\ncomplete\tyes\nmodule\tkernel\tbase\nmodule\tnetutils\tapart\n"
        + "type\tping_exec_t\tnetutils\texec_type file_type\ntype\tproc_t\tkernel\t\nuser\tsystem_u\tkernel\t\n"
        + "label\t/usr/bin/ping\tfile\tsystem_u:object_r:ping_exec_t:s0\n"
        + "interface\tnetutils_exec_ping\tNetutils.ExecPing\tnetutils\tadmin/netutils.if\t3\tif\t\t\tExecute ping in the caller domain.\n"
        + "interface\tnetutils_exec_all\tNetutils.ExecAll\tnetutils\tadmin/netutils.if\t9\tif\t\t\tExecute all of it.\n"
        + "interface\tnetutils_old_ping\tNetutils.OldPing\tnetutils\tadmin/netutils.if\t15\tdeprecated if\tnetutils_exec_ping\t\tExecute ping.\n"
        + "interface\tnetutils_old_run\tNetutils.OldRun\tnetutils\tadmin/netutils.if\t20\tdeprecated if more\tnetutils_run netutils_watch\ttype:thing\tRun it.\n"
        + "interface\tnetutils_run\tNetutils.Run\tnetutils\tadmin/netutils.if\t25\tif more\t\ttype:thing\tRun it.\n"
        + "interface\tnetutils_watch\tNetutils.Watch\tnetutils\tadmin/netutils.if\t30\tif more\t\ttype:program\tWatch it.\n"
        + "interface\tnetutils_gone\tNetutils.Gone\tnetutils\tadmin/netutils.if\t35\tdeprecated if\t\t\tNothing.\n"
        + "interface\tnetutils_lost\tNetutils.Lost\tnetutils\tadmin/netutils.if\t40\tdeprecated if\t\t\tNo longer.\n"
        + "interface\tnetutils_read_all\tNetutils.ReadAll\tnetutils\tadmin/netutils.if\t45\tif more\t\t\tRead, and more than that.\n"
        + "interface\tauth_read_secret\tAuth.ReadSecret\tauth\tsystem/auth.if\t3\tconcrete\t\t\tRead the secret.\n"
        + "interface\tauth_can_read_secret\tAuth.CanReadSecret\tauth\tsystem/auth.if\t9\tconcrete\t\t\tBe let to read the secret.\n"
        + "attribute\tdomain\tkernel\t\ntype\tsecret_t\tauth\tfile_type\nattribute\tcan_read_secret\tauth\t\nguard\tsecret_t\tfile\tread\tcan_read_secret\t\n"
        + "join\tcan_read_secret\tauth_read_secret\njoin\tcan_read_secret\tauth_can_read_secret\ngrant\tsecret_t\tfile\tauth_read_secret\tgetattr open read\n"
        + "grant\tping_exec_t\tfile\tnetutils_lost\tread\n"
        + "grant\tping_exec_t\tfile\tnetutils_read_all\tread\n"
        + "grant\tself\tprocess\tnetutils_exec_all\tsetrlimit\n"
        + "grant\tping_exec_t\tfile\tnetutils_exec_all\texecute getattr map open read unlink\n"
        + "grant\tping_exec_t\tfile\tnetutils_exec_ping\texecute getattr map open read\n"
        + "grant\tping_exec_t\tfile\tnetutils_old_ping\texecute open read\n";

    /// <summary>Bindings of that base, as a project references them.</summary>
    public const string Bindings = """
        namespace TypedPolicy.Base
        {
            [External("ping_exec_t")] sealed class PingExec;
            [External("secret_t")] sealed class Secret;
            static class Auth
            {
                [BaseInterface("auth_read_secret", "(require (type secret_t)) (typeattributeset can_read_secret ({subject})) (allow {subject} secret_t (file (getattr open read)))")] public sealed class ReadSecretAttribute : PolicyInterfaceAttribute;
                [BaseInterface("auth_can_read_secret", "(typeattributeset can_read_secret ({subject}))")] public sealed class CanReadSecretAttribute : PolicyInterfaceAttribute;
            }

            static class Netutils
            {
                [BaseInterface("netutils_exec_ping", "(require (type ping_exec_t)) (allow {subject} ping_exec_t (file (execute getattr map open read)))")] public sealed class ExecPingAttribute : PolicyInterfaceAttribute;
                [BaseInterface("netutils_old_ping", "(require (type ping_exec_t)) (allow {subject} ping_exec_t (file (execute open read)))")] public sealed class OldPingAttribute : PolicyInterfaceAttribute;
                [BaseInterface("netutils_old_run", "(allow {subject} {arg1} (file (execute)))")] public sealed class OldRunAttribute<T> : PolicyInterfaceAttribute;
                [BaseInterface("netutils_run", "(allow {subject} {arg1} (file (execute)))")] public sealed class RunAttribute<T> : PolicyInterfaceAttribute;
                [BaseInterface("netutils_watch", "(allow {subject} {arg1} (file (getattr)))")] public sealed class WatchAttribute<T> : PolicyInterfaceAttribute;
                [BaseInterface("netutils_gone", "")] public sealed class GoneAttribute : PolicyInterfaceAttribute;
                [BaseInterface("netutils_lost", "(require (type ping_exec_t)) (allow {subject} ping_exec_t (file (read)))")] public sealed class LostAttribute : PolicyInterfaceAttribute;
            }
        }


        """;

    private const string Use = Bindings + "namespace Web { using TypedPolicy.Base; ";

    private const string Tools = """[FileType, FileContext("/srv/web/tools", FileKind.Directory)] sealed class Tools; """;

    private const string Sysadm = """[External("sysadm_t")] sealed class Sysadm; [External("sysadm_r"), Role] sealed class SysadmR; """;

    private const string Log = """[External("kernel_t")] sealed class Kernel; [External("can_receive_kernel_messages")] interface ICan; """;

    private const string Shadow = """[External("shadow_t")] sealed class Shadow; [External("can_read_shadow_passwords")] interface ICanRead; """;

    private static readonly IReadOnlyList<JudgementCase> OfTheBase =
    [
        new(
            DiagnosticId.NameOfBasePolicy,
            "a type of the base",
            """[FileType("bin_t")] sealed class Bin;""",
            ["""«Bin» The base policy declares the type bin_t already. Write [External("bin_t")] where that one is meant, or give this one a name of its own."""],
            """[External("bin_t")] sealed class Bin; [FileType("web_bin_t")] sealed class Own;"""),
        new(
            DiagnosticId.NameOfBasePolicy,
            "a type with the name of an attribute in the index",
            """[PolicyType("proc_t")] sealed class Proc;""",
            ["""«Proc» debian12 declares the type proc_t already. Write [External("proc_t")] where that one is meant, or give this one a name of its own."""],
            """[Role("proc_t")] sealed class Proc;""",
            Debian),
        new(
            DiagnosticId.MisspeltNameInOptional,
            "an optional block for a misspelt name",
            """[External("ping_exe_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.ReadSet)] static class B; }""",
            ["""«Ping» No declaration of the type ping_exe_t was found, so the optional block is silently left out. Did you mean ping_exec_t?"""],
            """[External("long_exe_t")] sealed class Other; [External("ping_exec_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.ReadSet), Allow<Other>(FilePerms.ReadSet)] static class B; }""",
            Debian),
        new(
            DiagnosticId.MisspeltNameInOptional,
            "a misspelt name that an interface of the base is given in an optional block",
            Use + """[External("ping_exe_t")] sealed class Other; [Domain] sealed class D { [Optional, Netutils.Run<Other>] static class B; } }""",
            ["""«Netutils.Run<Other>» No declaration of the type ping_exe_t was found, so the optional block is silently left out. Did you mean ping_exec_t?"""],
            Use.Replace("(file (read)))\")] public sealed class Lost", "(file (read))) (optional o (allow {subject} ping_exe_t (file (read))))\")] public sealed class Lost", StringComparison.Ordinal)
                + """[Domain, Netutils.Lost] sealed class D { [Optional, Netutils.Run<PingExec>] static class B; } }""",
            Debian),
        new(
            DiagnosticId.OutsideDomainAttribute,
            "a type that forks and is no domain",
            """[PolicyType, Allow<Self>(ProcessPerms.Fork)] sealed class Web;""",
            ["""«Web» A rule grants web_t access to processes, but web_t is not in the attribute 'domain': a neverallow rule of the base forbids that. Declare it [Domain]."""],
            """[Domain, Allow<Self>(ProcessPerms.Fork)] sealed class Web; [PolicyType, Allow<Self>(FilePerms.ReadSet)] sealed class Other;"""),
        new(
            DiagnosticId.SharedEntrypoint,
            "an entrypoint that every program has",
            """[External("bin_t")] sealed class Bin; [Domain, Entrypoint<Bin>] sealed class D;""",
            ["""«Entrypoint<Bin>» The domain can be entered through every program of the type bin_t, and many programs have that type. Give the program a type of its own with a nested [Entrypoint] class."""],
            """
            [External("bin_t")] sealed class Bin;
            static class Corecmd { [BaseInterface("corecmd_bin_entry_type", "(require (type bin_t)) (allow {subject} bin_t (file (entrypoint)))")] public sealed class BinEntryTypeAttribute : PolicyInterfaceAttribute; }
            [Domain, Allow<Bin>(FilePerms.ReadSet)] sealed class D { [Entrypoint] sealed class Exec; }
            [Domain, Corecmd.BinEntryType] sealed class E { [Entrypoint] sealed class Exec; }
            """),
        new(
            DiagnosticId.SharedEntrypoint,
            "a transition through the shell",
            """[External("shell_exec_t")] sealed class Shell; [External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [Domain, DomainTransition<Shell, D>] sealed class E { [Entrypoint] public sealed class Exec; }""",
            ["""«DomainTransition<Shell, D>» The domain can be entered through every program of the type shell_exec_t, and many programs have that type. Give the program a type of its own with a nested [Entrypoint] class."""],
            """[External("shell_exec_t")] sealed class Shell; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [Domain, DomainTransition<D.Exec, D>] sealed class E { [Entrypoint] public sealed class Exec; }"""),
        new(
            DiagnosticId.NoNewPrivileges,
            "a transition from systemd",
            """[External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [RulesFor<Init>, DomainTransition<D>] static class FromInit;""",
            ["""«DomainTransition<D>» The service of a unit with NoNewPrivileges=, or with an option that implies it, stays in init_t: the kernel then also requires nnp_transition to d_t. Add NoNewPrivileges = true."""],
            """[External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [RulesFor<Init>, DomainTransition<D>(NoNewPrivileges = true)] static class FromInit;"""),
        new(
            DiagnosticId.LabelNotFileType,
            "files of a type that is none of files",
            """[PolicyType, FileContextTree("/srv/web")] sealed class Web;""",
            ["""«Web» Files are labelled web_t, which is not in file_type: programs that handle all files, restorecon among them, are not allowed to touch them. Declare it [FileType]."""],
            """[PolicyType, MemberOf<IFileType>, FileContextTree("/srv/web")] sealed class Web; [FileType, FileContextTree("/srv/ftp")] sealed class Ftp; [External("device_node")] interface IDeviceNode; [PolicyType, FileContext("/dev/web")] sealed class Device : IDeviceNode;"""),
        new(
            DiagnosticId.LabelNotFileType,
            "files of a type of the base that is none of files",
            """[External("proc_t")] sealed class Proc; [FileType, FileContext<Proc>("/srv/web")] sealed class Web;""",
            ["""«FileContext<Proc>("/srv/web")» Files are labelled proc_t, which is not in file_type: programs that handle all files, restorecon among them, are not allowed to touch them. Label the files with a file type."""],
            """[External("ping_exec_t")] sealed class Ping; [FileType, FileContext<Ping>("/srv/web")] sealed class Web;""",
            Debian),
        new(
            DiagnosticId.LabelDiffersFromBase,
            "a path of the base",
            """[FileType, FileContext("/usr/bin/ping", FileKind.File)] sealed class Ping;""",
            ["""«FileContext("/usr/bin/ping", FileKind.File)» debian12 labels /usr/bin/ping with ping_exec_t already, and a path has one label. Allow access to that type, or label a path of your own."""],
            """[External("ping_exec_t")] sealed class Ping; [FileType, FileContext("/usr/bin/pong", FileKind.File), FileContext<Ping>("/usr/bin/ping", FileKind.File)] sealed class Pong;""",
            Debian),
        new(
            DiagnosticId.GuardedAccess,
            "passwords for whoever asks",
            Shadow + """[Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Allow<Shadow>(FilePerms.ReadSet)» A neverallow rule of the base policy forbids d_t file read on shadow_t: only types in can_read_shadow_passwords may have it, and d_t is not in it. Apply an interface of the base that adds d_t to it, or remove the permission."""],
            Shadow + """[Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D : ICanRead; [Domain, Allow<Shadow>(FilePerms.Getattr)] sealed class E;"""),
        new(
            DiagnosticId.GuardedAccess,
            "a capability that the base keeps",
            """[Domain, Allow<Self>(CapabilityPerms.SysModule)] sealed class D;""",
            ["""«Allow<Self>(CapabilityPerms.SysModule)» A neverallow rule of the base policy forbids d_t capability sys_module on itself: only types in can_load_kernmodule may have it, and d_t is not in it. Apply an interface of the base that adds d_t to it, or remove the permission."""],
            """[External("can_load_kernmodule")] interface ICan; [Domain, Allow<Self>(CapabilityPerms.SysModule)] sealed class D : ICan;"""),
        new(
            DiagnosticId.GuardedAccess,
            "a permission that the base keeps, in a class that is in another attribute of the base",
            """[External("daemon")] interface IDaemon; [Domain, Allow<Self>(ProcessPerms.Setcurrent)] sealed class D : IDaemon;""",
            ["""«Allow<Self>(ProcessPerms.Setcurrent)» A neverallow rule of the base policy forbids d_t process setcurrent on itself: only types in set_curr_context may have it, and d_t is not in it. Apply an interface of the base that adds d_t to it, or remove the permission."""],
            """[External("set_curr_context")] interface ICan; [External("daemon")] interface IDaemon; [External("my_attribute")] interface IMine; [Domain, Allow<Self>(ProcessPerms.Setcurrent)] sealed class D : IDaemon, ICan; [Domain, Allow<Self>(ProcessPerms.Setcurrent)] sealed class E : IMine;"""),
        new(
            DiagnosticId.GuardedAccess,
            "access that an interface of the base gives, and lets past its guard",
            Use + """[Domain, Allow<Secret>(FilePerms.Read | FilePerms.Open)] sealed class D; [Domain, Allow<Secret>(FilePerms.Read, FilePerms.Lock)] sealed class E; }""",
            ["""«Allow<Secret>(FilePerms.Read | FilePerms.Open)» A neverallow rule of debian12 forbids d_t file read on secret_t: only types in can_read_secret may have it, and d_t is not in it. Write [Auth.ReadSecret], which adds d_t to it and grants this, or remove the permission.""",
                """«Allow<Secret>(FilePerms.Read, FilePerms.Lock)» A neverallow rule of debian12 forbids e_t file read on secret_t: only types in can_read_secret may have it, and e_t is not in it. Apply [Auth.CanReadSecret] too, which adds e_t to it, or remove the permission."""],
            Use + """[Domain, Auth.ReadSecret] sealed class D; [Domain, Auth.CanReadSecret, Allow<Secret>(FilePerms.Read, FilePerms.Lock)] sealed class E; }""",
            Debian),
        new(
            DiagnosticId.BroadAccess,
            "writing what many programs own",
            """[External("etc_t")] sealed class Etc; [Domain, Allow<Etc>(FilePerms.Write)] sealed class D;""",
            ["""«Allow<Etc>(FilePerms.Write)» Files of many programs have the type etc_t, and this lets d_t write all of them. Give its own files a type with [FileType] and a label, or a [TypeTransition] where it makes them."""],
            """[External("etc_t")] sealed class Etc; [Domain, Allow<Etc>(FilePerms.ReadSet), Allow<Etc>(DirPerms.Write)] sealed class D;"""),
        new(
            DiagnosticId.BroadAccess,
            "writing nearly everything",
            """[Domain, Allow<IFileType>(FilePerms.Append)] sealed class D;""",
            ["""«Allow<IFileType>(FilePerms.Append)» Most files of the system are in file_type, and this lets d_t append all of them. Name the types that are meant."""],
            """[Domain, Allow<IFileType>(FilePerms.Getattr)] sealed class D;"""),
        new(
            DiagnosticId.PrivilegedMembership,
            "a domain that is confined by nothing",
            """[External("unconfined_domain_type")] interface IUnconfined; [Domain, MemberOf<IUnconfined>] sealed class D;""",
            ["""«MemberOf<IUnconfined>» Members of unconfined_domain_type are exempt from neverallow rules or constraints of the base policy, and this makes d_t a member. Allow what it needs, or state why it must be a member with [Justified("TP5008", "…")]."""],
            """[External("daemon")] interface IDaemon; [Domain, MemberOf<IDaemon>] sealed class D;"""),
        new(
            DiagnosticId.PrivilegedMembership,
            "an interface that puts a domain into many privileged attributes",
            """[External("unconfined_domain_type")] interface IA; [External("can_load_policy")] interface IB; [External("can_load_kernmodule")] interface IC; [External("can_read_shadow_passwords")] interface IDo; [PolicyInterface, MemberOf<IA>, MemberOf<IB>, MemberOf<IC>, MemberOf<IDo>] sealed class AllAttribute : PolicyInterfaceAttribute; [Domain, All] sealed class D;""",
            ["""«All» Members of can_load_kernmodule, can_load_policy and unconfined_domain_type are exempt from neverallow rules or constraints of the base policy, and this makes d_t a member. Allow what it needs, or state why it must be a member with [Justified("TP5008", "…")]."""],
            """[External("daemon")] interface IDaemon; [Domain, MemberOf<IDaemon>] sealed class D;"""),
        new(
            DiagnosticId.UnreachableProgram,
            "a program below a directory that the source may not search",
            Tools + """[Domain, DomainTransition<D>] sealed class S; [Domain] sealed class D { [Entrypoint, FileContext("/srv/web/tools/d", FileKind.File)] public sealed class Exec; }""",
            ["""«DomainTransition<D>» s_t never starts d_t: it may not search /srv/web/tools (tools_t) on the way to /srv/web/tools/d. Add [Allow<Tools>(DirPerms.SearchSet)]."""],
            Tools + """[Domain, DomainTransition<D>, Allow<Tools>(DirPerms.SearchSet)] sealed class S; [Domain, DomainTransition<E>] sealed class D { [Entrypoint, FileContext("/srv/web/tools/d", FileKind.File)] public sealed class Exec; } [Domain] sealed class E { [Entrypoint, FileContext("/srv/web/tools/e", FileKind.File), FileContext("/usr/bin/e", FileKind.File)] public sealed class Exec; }"""),
        new(
            DiagnosticId.RoleMayNotRunDomain,
            "a transition of an administrator to a domain that only the system's role may run",
            Sysadm + """[RulesFor<Sysadm>, DomainTransition<D>] static class X; [Domain, Role<SystemR>] sealed class D { [Entrypoint] public sealed class Exec; }""",
            ["""«DomainTransition<D>» sysadm_t runs in the role sysadm_r, and sysadm_r may not run d_t: sysadm_r stays the role of the process, and the kernel refuses the context. Add [Role<…>] for sysadm_r to the domain."""],
            Sysadm + """[RulesFor<Sysadm>, DomainTransition<D>, DomainTransition<OfNoRole>] static class X; [Domain, Role<SysadmR>] sealed class D { [Entrypoint] public sealed class Exec; } [Domain] sealed class OfNoRole { [Entrypoint] public sealed class Exec; }"""),
        new(
            DiagnosticId.RoleMayNotRunDomain,
            "a transition within the policy from one of two roles",
            """[Role] sealed class WebR; [Domain, Role<SystemR>, Role<WebR>, DomainTransition<D>] sealed class S; [Domain, Role<SystemR>] sealed class D { [Entrypoint] public sealed class Exec; }""",
            ["""«DomainTransition<D>» s_t runs in the role web_r, and web_r may not run d_t: web_r stays the role of the process, and the kernel refuses the context. Add [Role<…>] for web_r to the domain."""],
            """[Role, RoleTransition<D.Exec, SystemR>, RoleAllow<SystemR>] sealed class WebR; [Domain, Role<SystemR>, Role<WebR>, DomainTransition<D>] sealed class S; [Domain, Role<SystemR>] sealed class D { [Entrypoint] public sealed class Exec; }"""),
        new(
            DiagnosticId.RoleMayNotRunDomain,
            "a role that is taken and that a user of the base does not have",
            Sysadm + """[RulesFor<SysadmR>, RoleAllow<SystemR>, RoleTransition<D.Exec, SystemR>] static class X; [Domain, Role<SystemR>] sealed class D { [Entrypoint] public sealed class Exec; }""",
            ["""«RoleTransition<D.Exec, SystemR>» sysadm_u has the role sysadm_r but not system_r: for that user the kernel refuses the context, and the program is not started. Remove the role transition, and let the domain run in sysadm_r with [Role<…>]."""],
            """[External("unconfined_r"), Role] sealed class UnconfinedR; [RulesFor<UnconfinedR>, RoleAllow<SystemR>, RoleTransition<D.Exec, SystemR>] static class X; [RulesFor<SysadmR>, RoleAllow<SystemR>, RoleTransition<D.Exec, SystemR>, RawCil("(userrole sysadm_u system_r)")] static class Y; [Domain, Role<SystemR>] sealed class D { [Entrypoint] public sealed class Exec; } [External("sysadm_r"), Role] sealed class SysadmR;"""),
    ];
}
