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
        new(
            DiagnosticId.UnreachableFiles,
            "files below a directory that their domain may not search",
            Tools + """[Domain] sealed class D { [FileType, FileContextTree("/srv/web/tools/data"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Data; }""",
            ["""«AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)» d_t may create d_data_t, but may not search /srv/web/tools (tools_t) on the way to /srv/web/tools/data. Add [Allow<Tools>(DirPerms.SearchSet)]."""],
            Tools + """[Domain] sealed class D { [FileType, FileContextTree("/srv/web/tools/data"), AllowFrom<Owner>(FilePerms.ReadInherited)] public sealed class Data; [FileType, FileContextTree("/srv/web/data"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Free; }"""),
        new(
            DiagnosticId.UnreachableFiles,
            "files of a tree whose directory may not be searched",
            """[FileType, FileContextTree("/srv/data")] sealed class Data; [Domain, Allow<Data>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Allow<Data>(FilePerms.ReadSet)» d_t may open data_t, but may not search /srv/data (data_t) on the way to what is in /srv/data. Add [Allow<Data>(DirPerms.SearchSet)]."""],
            """[FileType, FileContextTree("/srv/data")] sealed class Data; [Domain, Allow<Data>(FilePerms.ReadSet, DirPerms.SearchSet)] sealed class D; [FileType, FileContext("/srv/one", FileKind.File)] sealed class One; [Domain, Allow<One>(FilePerms.ReadSet)] sealed class E;"""),
        new(
            DiagnosticId.UnreachableFiles,
            "a socket in a directory of the base",
            """[FileType, FileContext("/var/run/web.sock", FileKind.Socket)] sealed class Sock; [Domain, Allow<Sock>(SockFilePerms.Manage)] sealed class D;""",
            ["""«Allow<Sock>(SockFilePerms.Manage)» d_t may create, remove and rename sock_t, but lacks dir add_name, remove_name and write on /var/run (var_run_t), where /var/run/web.sock lies. Add [Allow<…>(DirPerms.Rw)] for var_run_t and [TypeTransition<…, Sock>(typeof(SockFilePerms))] for what it makes there, or leave create, rename and unlink out if another program does that."""],
            """[External("var_run_t")] sealed class VarRun; [FileType, FileContext("/var/run/web.sock", FileKind.Socket)] sealed class Sock; [Domain, Allow<Sock>(SockFilePerms.Manage), Allow<VarRun>(DirPerms.Rw)] sealed class D; [Domain, Allow<Sock>(SockFilePerms.Write)] sealed class E; [Domain, Allow<Sock>(SockFilePerms.Manage), Allow<Self>(ProcessPerms.Setfscreate)] sealed class F;"""),
        new(
            DiagnosticId.UnreachableFiles,
            "a file that is removed from a directory of the base, one that is made there, and one that is renamed",
            """[External("var_run_t")] sealed class VarRun; [FileType, FileContext("/var/run/web-pid", FileKind.File)] sealed class Pid; [Domain, Allow<Pid>(FilePerms.Delete)] sealed class D; [Domain, Allow<Pid>(FilePerms.CreateSet), Allow<VarRun>(DirPerms.SearchSet, DirPerms.DelEntry)] sealed class E; [Domain, Allow<Pid>(FilePerms.RenameSet), Allow<VarRun>(DirPerms.AddEntry)] sealed class F;""",
            [
                """«Allow<Pid>(FilePerms.Delete)» d_t may remove pid_t, but lacks dir remove_name and write on /var/run (var_run_t), where /var/run/web-pid lies. Add [Allow<…>(DirPerms.DelEntry)] for var_run_t, or leave unlink out if another program does that.""",
                """«Allow<Pid>(FilePerms.CreateSet)» e_t may create pid_t, but lacks dir add_name on /var/run (var_run_t), where /var/run/web-pid lies. Add [Allow<…>(DirPerms.AddEntry)] for var_run_t and [TypeTransition<…, Pid>(typeof(FilePerms))] for what it makes there, or leave create out if another program does that.""",
                """«Allow<Pid>(FilePerms.RenameSet)» f_t may rename pid_t, but lacks dir remove_name on /var/run (var_run_t), where /var/run/web-pid lies. Add [Allow<…>(DirPerms.DelEntry)] for var_run_t, or leave rename out if another program does that.""",
            ],
            """[External("var_run_t")] sealed class VarRun; [FileType, FileContext("/var/run/web-pid", FileKind.File)] sealed class Pid; [Domain, Allow<Pid>(FilePerms.Delete), Allow<VarRun>(DirPerms.DelEntry)] sealed class D; [Domain, Allow<Pid>(FilePerms.CreateSet), Allow<VarRun>(DirPerms.AddEntry)] sealed class E;"""),
        new(
            DiagnosticId.UnreachableFiles,
            "files of a tree in which no name may be added",
            """[FileType, FileContextTree("/srv/data")] sealed class Data; [Domain, Allow<Data>(FilePerms.Manage, DirPerms.List)] sealed class D;""",
            ["""«Allow<Data>(FilePerms.Manage, DirPerms.List)» d_t may create, remove and rename data_t, but lacks dir add_name, remove_name and write on /srv/data (data_t). Add [Allow<Data>(DirPerms.Rw)], or leave create, rename and unlink out if another program does that."""],
            """[FileType, FileContextTree("/srv/data")] sealed class Data; [Domain, Allow<Data>(FilePerms.Manage, DirPerms.Rw)] sealed class D; [FileType, FileContext("/srv/one")] sealed class One; [Domain, Allow<One>(FilePerms.Manage, DirPerms.List)] sealed class E; [FileType, FileContextPattern("/srv/p.*")] sealed class P; [Domain, Allow<P>(FilePerms.Manage, DirPerms.SearchSet)] sealed class F;"""),
        new(
            DiagnosticId.UnreachableLabels,
            "a program that may be executed, and is out of reach",
            Tools + """[Domain, Allow<T.Exec>(FilePerms.Exec)] sealed class D; [Domain] sealed class T { [Entrypoint, FileContext("/srv/web/tools/t", FileKind.File)] public sealed class Exec; }""",
            ["""«Exec» No domain with rights to t_exec_t reaches /srv/web/tools/t: d_t may not search /srv/web/tools (tools_t). Add [Allow<Tools>(DirPerms.SearchSet)] to it, or label a path that it can reach."""],
            Tools + """[Domain, Allow<T.Exec>(FilePerms.Exec)] sealed class D; [Domain, Allow<T.Exec>(FilePerms.Exec), Allow<Tools>(DirPerms.SearchSet)] sealed class E; [Domain] sealed class T { [Entrypoint, FileContext("/srv/web/tools/t", FileKind.File)] public sealed class Exec; }"""),
        new(
            DiagnosticId.UnreachableLabels,
            "a program that two domains may execute, and that is out of reach for both",
            Tools + """[Domain, Allow<T.Exec>(FilePerms.Exec)] sealed class D; [Domain, Allow<T.Exec>(FilePerms.Exec)] sealed class E; [Domain] sealed class T { [Entrypoint, FileContext("/srv/web/tools/t", FileKind.File)] public sealed class Exec; }""",
            ["""«Exec» No domain with rights to t_exec_t reaches /srv/web/tools/t: d_t may not search /srv/web/tools (tools_t). Allow it that search, or label a path that it can reach."""],
            Tools + """[Domain, Allow<T.Exec>(FilePerms.Exec)] sealed class D; [Domain, Allow<T.Exec>(FilePerms.Exec), Allow<Tools>(DirPerms.SearchSet)] sealed class E; [Domain] sealed class T { [Entrypoint, FileContext("/srv/web/tools/t", FileKind.File)] public sealed class Exec; }"""),
        new(
            DiagnosticId.UnreachableLabels,
            "files for a domain of the base, out of its reach",
            Tools + """[External("user_t")] sealed class User; [FileType, FileContext("/srv/web/tools/help", FileKind.File), AllowFrom<User>(FilePerms.ReadSet)] sealed class Help;""",
            ["""«Help» No domain with rights to help_t reaches /srv/web/tools/help: user_t may not search /srv/web/tools (tools_t). Allow it that search, or label a path that it can reach."""],
            Tools + """[External("user_t")] sealed class User; [FileType, FileContext("/srv/web/tools/help", FileKind.File), AllowFrom<User>(FilePerms.ReadSet)] sealed class Help; [RulesFor<User>, Allow<Tools>(DirPerms.SearchSet)] static class X; [External("far_t")] sealed class Far; [FileType, FileContext("/srv/web/tools/far", FileKind.File), AllowFrom<Far>(FilePerms.ReadSet)] sealed class ForFar;"""),
        new(
            DiagnosticId.IncompleteKernelLogAccess,
            "a reader of /proc/kmsg",
            Log + """[External("proc_kmsg_t")] sealed class ProcKmsg; [Domain, Allow<ProcKmsg>(FilePerms.ReadSet)] sealed class D : ICan;""",
            ["""«Allow<ProcKmsg>(FilePerms.ReadSet)» d_t may read /proc/kmsg, but lacks capability2 syslog and system syslog_mod, which the kernel also requires. Add [Allow<Self>(Capability2Perms.Syslog)] and [Allow<…>(SystemPerms.SyslogMod)] for kernel_t."""],
            Log + """[External("proc_kmsg_t")] sealed class ProcKmsg; [Domain, Allow<ProcKmsg>(FilePerms.ReadSet), Allow<Self>(Capability2Perms.Syslog), Allow<Kernel>(SystemPerms.SyslogMod)] sealed class D : ICan; [Domain, Allow<ProcKmsg>(FilePerms.ReadSet), Allow<Self>(CapabilityPerms.SysAdmin), Allow<Kernel>(SystemPerms.SyslogMod)] sealed class E : ICan;"""),
        new(
            DiagnosticId.IncompleteKernelLogAccess,
            "a reader of /dev/kmsg, and who empties the log",
            Log + """[External("kmsg_device_t")] sealed class Kmsg; [Domain, Allow<Kmsg>(ChrFilePerms.ReadSet)] sealed class D; [Domain, Allow<Kernel>(SystemPerms.SyslogConsole)] sealed class E;""",
            [
                """«Allow<Kmsg>(ChrFilePerms.ReadSet)» d_t may read /dev/kmsg, but lacks system syslog_read, which the kernel also requires. Add [Allow<…>(SystemPerms.SyslogRead)] for kernel_t.""",
                """«Allow<Kernel>(SystemPerms.SyslogConsole)» e_t may change the kernel's log level, but lacks capability2 syslog, which the kernel also requires. Add [Allow<Self>(Capability2Perms.Syslog)].""",
            ],
            Log + """[External("kmsg_device_t")] sealed class Kmsg; [Domain, Allow<Kmsg>(ChrFilePerms.ReadSet), Allow<Kernel>(SystemPerms.SyslogRead)] sealed class D; [Domain, Allow<Kmsg>(ChrFilePerms.Write)] sealed class E;"""),
        new(
            DiagnosticId.CategoriesWithoutEffect,
            "a domain that is started with a category",
            """[Domain, RangeTransition<T.Exec>("s0:c5"), DomainTransition<T>] sealed class S; [Domain] sealed class T { [Entrypoint] public sealed class Exec; }""",
            ["""«RangeTransition<T.Exec>("s0:c5")» This starts t_t with the range s0:c5, but categories do not restrict t_t: the constraints on categories apply only to members of mcs_constrained_type, and t_t is not one. Add [MemberOf<…>] for mcs_constrained_type to it."""],
            """[External("mcs_constrained_type")] interface IConstrained; [Domain, RangeTransition<T.Exec>("s0:c5"), DomainTransition<T>, DomainTransition<U>, RangeTransition<U.Exec>("s0-s0:c0.c1023")] sealed class S; [Domain] sealed class T : IConstrained { [Entrypoint] public sealed class Exec; } [Domain] sealed class U { [Entrypoint] public sealed class Exec; }"""),
        new(
            DiagnosticId.CategoriesWithoutEffect,
            "a domain of containers, and a label with a category",
            """[assembly: ContainerContexts(Process = typeof(C))] [Domain] sealed class C; [FileType, FileContextTree("/srv/c5", Level = "s0:c5")] sealed class F; [Domain, Allow<F>(FilePerms.ReadSet)] sealed class D;""",
            [
                """«ContainerContexts(Process = typeof(C))» A container runtime gives each container that runs as c_t categories of its own, but categories do not restrict c_t: the constraints on categories apply only to members of mcs_constrained_type, and c_t is not one. Add [MemberOf<…>] for mcs_constrained_type to it.""",
                """«FileContextTree("/srv/c5", Level = "s0:c5")» This labels /srv/c5(/.*)? with the level s0:c5, but categories do not restrict d_t: the constraints on categories apply only to members of mcs_constrained_type, and d_t is not one. Add [MemberOf<…>] for mcs_constrained_type to it.""",
            ],
            """[assembly: ContainerContexts(Process = typeof(C), EngineProcess = typeof(D))] [External("mcs_constrained_type")] interface IConstrained; [Domain] sealed class C : IConstrained; [FileType, FileContextTree("/srv/c5", Level = "s0:c5")] sealed class F; [Domain, Allow<F>(FilePerms.ReadSet)] sealed class D; [Domain, Allow<F>(FilePerms.ReadSet)] sealed class E : IConstrained;"""),
        new(
            DiagnosticId.PortWithoutAddress,
            "a service that may bind its port and no address",
            """[PortType, Port(Protocol.Tcp, 7070)] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameBind)] sealed class D;""",
            ["""«Allow<P>(TcpSocketPerms.NameBind)» d_t may bind p_t, but no rule lets it bind to an address (tcp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(TcpSocketPerms.NodeBind)]."""],
            """[PortType, Port(Protocol.Tcp, 7070)] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameBind), Allow<INodeType>(TcpSocketPerms.NodeBind)] sealed class D;"""),
        new(
            DiagnosticId.PortWithoutAddress,
            "a service whose node_bind is for another class, beside attributes of the base that give it",
            """[External("node_t")] sealed class Node; [External("milter_data_type")] interface IOther; [PortType, Port(Protocol.Udp, 7070)] sealed class P; [Domain, Allow<Node>(TcpSocketPerms.NodeBind), MemberOf<IOther>] sealed class D { [If<B>, Allow<P>(UdpSocketPerms.All)] static class When; } [PolicyBoolean] sealed class B;""",
            ["""«Allow<P>(UdpSocketPerms.All)» d_t may bind p_t, but no rule lets it bind to an address (udp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(UdpSocketPerms.NodeBind)]."""],
            """[External("nsswitch_domain")] interface INss; [External("my_binder")] interface IMine; [PortType, Port(Protocol.Udp, 7070)] sealed class P; [Domain, Allow<P>(UdpSocketPerms.NameBind)] sealed class D : INss; [Domain, Allow<P>(UdpSocketPerms.NameBind)] sealed class E : IMine; [Domain, Allow<P>(UdpSocketPerms.NameBind)] sealed class F { [If<B>, Allow<Node>(UdpSocketPerms.NodeBind)] static class When; } [PolicyBoolean] sealed class B; [External("node_t")] sealed class Node; [Domain, Allow<P>(UdpSocketPerms.NameBind), RawCil("(allow g_t node_t (udp_socket (node_bind)))")] sealed class G;"""),
        new(
            DiagnosticId.PortWithoutAddress,
            "members of an attribute that may bind, in a policy for two targets",
            """[PortType, Port(Protocol.Tcp, 7070), AllowFrom<IWeb>(TcpSocketPerms.NameBind)] sealed class P; [TypeAttribute] interface IWeb; [Domain] sealed class D : IWeb; [Domain, Allow<INodeType>(TcpSocketPerms.NodeBind)] sealed class E : IWeb;""",
            ["""«AllowFrom<IWeb>(TcpSocketPerms.NameBind)» d_t may bind p_t, but no rule lets it bind to an address (tcp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(TcpSocketPerms.NodeBind)]."""],
            """[PortType, Port(Protocol.Tcp, 7070), AllowFrom<IWeb>(TcpSocketPerms.NameBind)] sealed class P; [TypeAttribute, Allow<INodeType>(TcpSocketPerms.NodeBind)] interface IWeb; [Domain] sealed class D : IWeb;"""),
        new(
            DiagnosticId.LowPortWithoutCapability,
            "a port that takes the capability",
            """[PortType, Port(Protocol.Tcp, 70), Port(Protocol.Tcp, 7070)] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameBind)] sealed class D;""",
            ["""«Allow<P>(TcpSocketPerms.NameBind)» d_t may bind tcp port 70, but no rule lets it use the capability net_bind_service, which the kernel requires below port 1024. Add [Allow<Self>(CapabilityPerms.NetBindService)]."""],
            """[PortType, Port(Protocol.Tcp, 1024), Port(Protocol.Udp, 70)] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameBind)] sealed class D; [Domain, Allow<P>(UdpSocketPerms.NameBind), Allow<Self>(CapabilityPerms.NetBindService)] sealed class E;"""),
        new(
            DiagnosticId.LowPortWithoutCapability,
            "a type of the base whose ports all take the capability",
            """[External("ssh_port_t")] sealed class Ssh; [Domain, Allow<Ssh>(TcpSocketPerms.NameBind)] sealed class D;""",
            ["""«Allow<Ssh>(TcpSocketPerms.NameBind)» d_t may bind tcp port 22, but no rule lets it use the capability net_bind_service, which the kernel requires below port 1024. Add [Allow<Self>(CapabilityPerms.NetBindService)]."""],
            """[External("http_port_t")] sealed class Http; [Domain, Allow<Http>(TcpSocketPerms.NameBind)] sealed class D;"""),
        new(
            DiagnosticId.LowPortWithoutCapability,
            "ports below 1024 that nobody has a name for, and attributes of such ports",
            """[External("hi_reserved_port_t")] sealed class High; [Domain, Allow<High>(TcpSocketPerms.NameBind)] sealed class D; [External("reserved_port_type")] interface IReserved; [Domain, Allow<IReserved>(UdpSocketPerms.NameBind)] sealed class E; [PortType, Port(Protocol.Tcp, 70)] sealed class P : IMine; [TypeAttribute] interface IMine; [Domain, Allow<IMine>(TcpSocketPerms.NameBind)] sealed class F;""",
            [
                """«Allow<High>(TcpSocketPerms.NameBind)» d_t may bind tcp port 512, but no rule lets it use the capability net_bind_service, which the kernel requires below port 1024. Add [Allow<Self>(CapabilityPerms.NetBindService)].""",
                """«Allow<IReserved>(UdpSocketPerms.NameBind)» e_t may bind ports of reserved_port_type, but no rule lets it use the capability net_bind_service, which the kernel requires below port 1024. Add [Allow<Self>(CapabilityPerms.NetBindService)].""",
                """«Allow<IMine>(TcpSocketPerms.NameBind)» f_t may bind tcp port 70, but no rule lets it use the capability net_bind_service, which the kernel requires below port 1024. Add [Allow<Self>(CapabilityPerms.NetBindService)].""",
            ],
            """[External("unreserved_port_t")] sealed class Free; [Domain, Allow<Free>(TcpSocketPerms.NameBind)] sealed class D; [Domain, Allow<IPortType>(TcpSocketPerms.NameBind)] sealed class E; [PortType, Port(Protocol.Tcp, 70)] sealed class P : IMine; [PortType, Port(Protocol.Tcp, 7070)] sealed class Q : IMine; [TypeAttribute] interface IMine; [Domain, Allow<IMine>(TcpSocketPerms.NameBind)] sealed class F;"""),
        new(
            DiagnosticId.PortWithoutAddress,
            "ports that nobody has a name for, and all ports",
            """[External("unreserved_port_t")] sealed class Free; [External("hi_reserved_port_t")] sealed class High; [Domain, Allow<Free>(TcpSocketPerms.NameBind)] sealed class D; [Domain, Allow<High>(UdpSocketPerms.NameBind)] sealed class E; [Domain, Allow<IPortType>(SctpSocketPerms.NameBind)] sealed class F;""",
            [
                """«Allow<Free>(TcpSocketPerms.NameBind)» d_t may bind unreserved_port_t, but no rule lets it bind to an address (tcp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(TcpSocketPerms.NodeBind)].""",
                """«Allow<High>(UdpSocketPerms.NameBind)» e_t may bind hi_reserved_port_t, but no rule lets it bind to an address (udp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(UdpSocketPerms.NodeBind)].""",
                """«Allow<IPortType>(SctpSocketPerms.NameBind)» f_t may bind port_type, but no rule lets it bind to an address (sctp_socket node_bind), and the kernel checks both. Add [Allow<INodeType>(SctpSocketPerms.NodeBind)].""",
            ],
            """[External("unreserved_port_t")] sealed class Free; [Domain, Allow<Free>(TcpSocketPerms.NameBind), Allow<INodeType>(TcpSocketPerms.NodeBind)] sealed class D;"""),
        new(
            DiagnosticId.RawRuleInsteadOfInterface,
            "access that an interface gives",
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Read | FilePerms.Open | FilePerms.Execute)] sealed class D;""",
            ["""«Allow<Ping>(FilePerms.Read | FilePerms.Open | FilePerms.Execute)» The interface netutils_exec_ping grants this, and 2 more permissions (file getattr, file map): Execute ping in the caller domain. Write [Netutils.ExecPing]."""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Write)] sealed class D;""",
            Debian),
        new(
            DiagnosticId.RawRuleInsteadOfInterface,
            "access that an interface gives with what changes things",
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Unlink), Allow<Ping>(FilePerms.Getattr)] sealed class D;""",
            [
            """«Allow<Ping>(FilePerms.Unlink)» The interface netutils_exec_all grants this, and 5 more permissions (file execute, process setrlimit on self, file map, file open, …): Execute all of it. Write [Netutils.ExecAll].""",
            """«Allow<Ping>(FilePerms.Getattr)» The interface netutils_exec_ping grants this, and 4 more permissions (file execute, file map, file open, file read): Execute ping in the caller domain. Write [Netutils.ExecPing]."""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Self>(ProcessPerms.Setrlimit), Allow<Ping>(FilePerms.Append)] sealed class D;""",
            Debian),
        new(
            DiagnosticId.ForeignTypeGivenAccess,
            "access for a type of the base",
            """[External("init_t")] sealed class Init; [FileType, AllowFrom<Init>(FilePerms.ReadSet)] sealed class F;""",
            ["""«AllowFrom<Init>(FilePerms.ReadSet)» init_t belongs to the module init of the base policy, and this policy gives it more from outside. Apply an interface of its module where there is one, so that a change of the type is seen here."""],
            """[Domain] sealed class D; [FileType, AllowFrom<D>(FilePerms.ReadSet)] sealed class F;"""),
        new(
            DiagnosticId.UndeclaredName,
            "a misspelt type",
            """[External("ping_exe_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Ping» No declaration of the type ping_exe_t was found in this policy, a referenced one or debian12. Did you mean ping_exec_t?"""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class D;""",
            Debian),
        new(
            DiagnosticId.UndeclaredName,
            "a type that an interface of the base requires, though no rule uses it",
            """[BaseInterface("pond_read", "(require (type ping_exe_t ping_exec_t)) (allow {subject} ping_exec_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D;""",
            ["""«Read» No declaration of the type ping_exe_t was found in this policy, a referenced one or debian12. Did you mean ping_exec_t?"""],
            """[BaseInterface("pond_read", "(require (type ping_exec_t proc_t)) (allow {subject} ping_exec_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D;""",
            Debian),
        new(
            DiagnosticId.UndeclaredName,
            "a misspelt type that several rules name",
            """[External("ping_exe_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet), Allow<Ping>(DirPerms.SearchSet)] sealed class D; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class E;""",
            ["""«Ping» No declaration of the type ping_exe_t was found in this policy, a referenced one or debian12. Did you mean ping_exec_t?"""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class D;""",
            Debian),
        new(
            DiagnosticId.UndeclaredName,
            "a call for which the base lacks the module",
            """[BaseInterface("pond_read", "(require (type heronry_t heronry_log_t egretry_t)) (allow {subject} heronry_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D; [Domain, Read] sealed class E;""",
            ["""«Read» No declaration of egretry_t, heronry_log_t and heronry_t was found in this policy, a referenced one or debian12. Reference the policy that declares them, or put what needs them in an [Optional] block."""],
            """[BaseInterface("pond_read", "(require (type ping_exec_t proc_t)) (allow {subject} ping_exec_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D;""",
            Debian),
        new(
            DiagnosticId.UndeclaredName,
            "a misspelt type of this policy",
            """[Domain] sealed class Webserver; [External("webserve_t")] sealed class Other; [Domain, Allow<Other>(ProcessPerms.Signal)] sealed class D;""",
            ["""«Other» No declaration of the type webserve_t was found in this policy, a referenced one or debian12. Did you mean webserver_t?"""],
            """[Domain] sealed class Webserver; [Domain, Allow<Webserver>(ProcessPerms.Signal)] sealed class D;""",
            Debian),
        new(
            DiagnosticId.UndeclaredName,
            "a name that only an index which is not complete lacks",
            """[External("far_away_t")] sealed class Far; [Domain, Allow<Far>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Far» No declaration of the type far_away_t was found in this policy, a referenced one or debian12. Reference the policy that declares it, or put what needs it in an [Optional] block."""],
            """[External("far_away_t")] sealed class Far; [Domain, Allow<Far>(FilePerms.ReadSet)] sealed class D;""",
            Debian,
            "sepolidx\t1\nname\tpart\ncomplete\tno\n"),
        new(
            DiagnosticId.UndeclaredName,
            "slips of the finger in names that every base of the family has, where no base is known",
            """[External("inti_t")] sealed class A; [External("var_libb_t")] sealed class B; [External("fle_type")] interface C; [External("webserve_t")] sealed class E; [Domain] sealed class Webserver; [Domain, Allow<A>(ProcessPerms.Sigchld), Allow<B>(DirPerms.SearchSet), Allow<C>(FilePerms.Getattr), Allow<E>(ProcessPerms.Signal)] sealed class D;""",
            [
                """«A» No declaration of the type inti_t was found. Did you mean init_t?""",
                """«B» No declaration of the type var_libb_t was found. Did you mean var_lib_t?""",
                """«C» No declaration of the attribute fle_type was found. Did you mean file_type?""",
            ],
            """[External("httpd_t")] sealed class A; [External("user_t")] sealed class B; [External("usr_t")] sealed class C; [External("tlp_t")] sealed class E; [External("qmail_spool_t")] sealed class F; [External("mail_spol_t")] sealed class G; [External("sysadm_t")] sealed class H; [Domain, Allow<A>(ProcessPerms.Signal), Allow<B>(ProcessPerms.Signal), Allow<C>(FilePerms.ReadSet), Allow<E>(ProcessPerms.Signal), Allow<F>(FilePerms.ReadSet), Allow<H>(ProcessPerms.Signal)] sealed class D;"""),
        new(
            DiagnosticId.MisspeltNameInOptional,
            "a slip of the finger in an optional block, where no base is known",
            """[External("inti_t")] sealed class A; [Domain] sealed class D { [Optional, Allow<A>(ProcessPerms.Sigchld)] static class B; }""",
            ["""«A» No declaration of the type inti_t was found. If no other module declares it, the optional block is silently left out. Did you mean init_t?"""],
            """[External("init_t")] sealed class A; [Domain] sealed class D { [Optional, Allow<A>(ProcessPerms.Sigchld)] static class B; }"""),
        new(
            DiagnosticId.DeprecatedInterface,
            "an interface that is replaced by another one",
            Use + "[Domain, Netutils.OldPing] sealed class D; }",
            ["«Netutils.OldPing» debian12 deprecates the interface netutils_old_ping, and a later version will remove it. Write [Netutils.ExecPing]."],
            Use + "[Domain, Netutils.ExecPing] sealed class D; }",
            Debian),
        new(
            DiagnosticId.DeprecatedInterface,
            "an interface that is replaced by two, in an interface of one's own",
            Use + "[PolicyInterface, Netutils.OldRun<PingExec>] sealed class RunAttribute : PolicyInterfaceAttribute; }",
            ["«Netutils.OldRun<PingExec>» debian12 deprecates the interface netutils_old_run, and a later version will remove it. Write [Netutils.Run] and [Netutils.Watch]."],
            Use + "[PolicyInterface, Netutils.Run<PingExec>, Netutils.Watch<PingExec>] sealed class RunAttribute : PolicyInterfaceAttribute; }",
            Debian),
        new(
            DiagnosticId.DeprecatedInterface,
            "an interface that does nothing any more",
            Use + "[Domain, Netutils.Gone] sealed class D; }",
            ["«Netutils.Gone» debian12 deprecates the interface netutils_gone, which no longer does anything and which a later version will remove. Remove this attribute."],
            Use + "[Domain] sealed class D; }",
            Debian),
        new(
            DiagnosticId.DeprecatedInterface,
            "an interface that nothing replaces",
            Use + "[Domain, Netutils.Lost] sealed class D; }",
            ["«Netutils.Lost» debian12 deprecates the interface netutils_lost, and a later version will remove it without a replacement. Grant the access with other interfaces."],
            Use + "[Domain, Netutils.Lost] sealed class D; }",
            Debian,
            "sepolidx\t1\nname\tother\ncomplete\tno\n"),
        new(
            DiagnosticId.DependencyOutsideOptional,
            "a type of a module that a machine may lack",
            """[External("ping_exec_t")] sealed class Ping; [External("proc_t")] sealed class Proc; [Domain, Allow<Ping>(FilePerms.Exec), Allow<Proc>(FilePerms.ReadSet)] sealed class D;""",
            ["«Allow<Ping>(FilePerms.Exec)» ping_exec_t belongs to the module netutils of debian12, which a machine may lack: the policy does not link there. Put this into an [Optional] block."],
            """[External("ping_exec_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.Exec)] static class B; }""",
            Debian),
        new(
            DiagnosticId.DependencyOutsideOptional,
            "an interface of a module that a machine may lack",
            Use + "[Domain, Netutils.ExecPing] sealed class D; }",
            ["«Netutils.ExecPing» ping_exec_t belongs to the module netutils of debian12, which a machine may lack: the policy does not link there. Put this into an [Optional] block."],
            Use + "[Domain] sealed class D { [Optional, Netutils.ExecPing] static class B; } }",
            Debian),
        new(
            DiagnosticId.UnusableBaseIndex,
            "an index of another target",
            """[Domain] sealed class D;""",
            ["«target\tdebian12» This is the index of debian12, and the policy is for el9: names and labels of the two differ. Reference the index of the target, or add the target to TypedPolicyTargets."],
            """[Domain] sealed class D;""",
            "sepolidx\t1\nname\tdebian12\ntarget\tdebian12\n",
            Debian),
        new(
            DiagnosticId.UnusableBaseIndex,
            "an index with a line that says nothing",
            """[Domain] sealed class D;""",
            ["«type\tonly_t» This index of a base policy is not used: 'type' with 1 fields has no meaning here. Make it again with the TypedPolicy that reads it."],
            """[Domain] sealed class D;""",
            "sepolidx\t1\ntype\tonly_t\n",
            Debian),
        new(
            DiagnosticId.UnusableBaseIndex,
            "an index of a later version",
            """[Domain] sealed class D;""",
            ["«sepolidx\t4» This index of a base policy is not used: it is of version 4 of the format, and versions 1, 2 and 3 can be read. Make it again with the TypedPolicy that reads it."],
            """[Domain] sealed class D;""",
            "sepolidx\t4\n",
            Debian),
        new(
            DiagnosticId.MissingInTarget,
            "a class that a target lacks",
            """[Domain, Allow<Self>(UserNamespacePerms.Create)] sealed class D; [Domain] sealed class E { [Optional, Allow<Self>(UserNamespacePerms.Create)] static class B; }""",
            ["""«Allow<Self>(UserNamespacePerms.Create)» Enterprise Linux 9 has no object class user_namespace, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block.""",
                """«Allow<Self>(UserNamespacePerms.Create)» Enterprise Linux 9 has no object class user_namespace, so the optional block is left out there. Put what does not need it in a block of its own."""],
            """[Domain, Allow<Self>(CapUsernsPerms.SysAdmin)] sealed class D; [ObjectClass("user_namespace")] enum OwnPerms { Create } [Domain, Allow<Self>(OwnPerms.Create)] sealed class E;"""),
        new(
            DiagnosticId.MissingInTarget,
            "ioctl requests of a class that a target lacks",
            """[Domain, AllowIoctl<Self, UserNamespacePerms>("0x1")] sealed class D;""",
            ["""«AllowIoctl<Self, UserNamespacePerms>("0x1")» Enterprise Linux 9 has no object class user_namespace, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block."""],
            """[Domain, AllowIoctl<Self, CapUsernsPerms>("0x1")] sealed class D;"""),
        new(
            DiagnosticId.MissingInTarget,
            "permissions that one of the targets lacks",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Read | FilePerms.WatchMountns), Allow<Self>(IoUringPerms.Cmd)] sealed class D;""",
            ["""«Allow<F>(FilePerms.Read | FilePerms.WatchMountns)» Debian 12 has no permission watch_mountns of file, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block.""",
                """«Allow<Self>(IoUringPerms.Cmd)» Debian 12 has no permission cmd of io_uring, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.All), Allow<Self>(IoUringPerms.Sqpoll)] sealed class D;""",
            Targets: "fedora;debian12"),
        new(
            DiagnosticId.MissingInTarget,
            "a permission that the base of an index lacks",
            """[External("proc_t")] sealed class Proc; [Domain, Allow<Proc>(FilePerms.Read | FilePerms.Watch)] sealed class D;""",
            ["""«Allow<Proc>(FilePerms.Read | FilePerms.Watch)» debian12 has no permission watch of file, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block."""],
            """[External("proc_t")] sealed class Proc; [Domain, Allow<Proc>(FilePerms.Read)] sealed class D;""",
            Debian + "class\tfile\tgetattr open read\n"),
        new(
            DiagnosticId.PermissionSetDiffers,
            "a set that is another one on a target",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Manage, DirPerms.SearchSet), Allow<Self>(TcpSocketPerms.CreateStream)] sealed class D;""",
            ["""«Allow<F>(FilePerms.Manage, DirPerms.SearchSet)» These are the permissions of manage_file_perms on Debian 12; on Enterprise Linux 9 and Fedora 42 and later that set has watch and watch_reads too. Add what the domain needs on Enterprise Linux 9.""",
                """«Allow<Self>(TcpSocketPerms.CreateStream)» These are the permissions of create_stream_socket_perms on Debian 12; on Enterprise Linux 9 and Fedora 42 and later that set has lock too. Add what the domain needs on Enterprise Linux 9."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Manage | FilePerms.Watch | FilePerms.WatchReads), Allow<F>(FilePerms.ReadSet)] sealed class D;""",
            Targets: "debian12;el9;fedora"),
        new(
            DiagnosticId.PermissionSetDiffers,
            "a set of which a target has fewer",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.AppendInherited)] sealed class D;""",
            ["""«Allow<F>(FilePerms.AppendInherited)» These are the permissions of append_inherited_file_perms on Debian 12; on Enterprise Linux 9 that set lacks ioctl and lock. Leave out ioctl and lock if the set of Enterprise Linux 9 is meant."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Append | FilePerms.Getattr)] sealed class D;""",
            Targets: "debian12;el8;el9"),
    ];
}
