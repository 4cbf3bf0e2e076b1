using TypedPolicy.Model.Checks;

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

    private const string Shadow = """[External("shadow_t")] sealed class Shadow; [External("can_read_shadow_passwords")] interface ICanRead; """;

    private static readonly IReadOnlyList<JudgementCase> OfTheBase =
    [
        new(
            RuleId.TP1002,
            "a type of the base",
            """[FileType("bin_t")] sealed class Bin;""",
            ["""«Bin» The base policy declares the type bin_t already. Write [External("bin_t")] where that one is meant, or give this one a name of its own."""],
            """[External("bin_t")] sealed class Bin; [FileType("web_bin_t")] sealed class Own;"""),
        new(
            RuleId.TP1002,
            "a type with the name of an attribute in the index",
            """[PolicyType("proc_t")] sealed class Proc;""",
            ["""«Proc» debian12 declares the type proc_t already. Write [External("proc_t")] where that one is meant, or give this one a name of its own."""],
            """[Role("proc_t")] sealed class Proc;""",
            Debian),
        new(
            RuleId.TP1012,
            "an optional block for a misspelt name",
            """[External("ping_exe_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.ReadSet)] static class B; }""",
            ["""«Ping» Nothing declares the type ping_exe_t, so that the optional block is left out without a word. Perhaps ping_exec_t is meant."""],
            """[External("long_exe_t")] sealed class Other; [External("ping_exec_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.ReadSet), Allow<Other>(FilePerms.ReadSet)] static class B; }""",
            Debian),
        new(
            RuleId.TP1012,
            "a misspelt name that an interface of the base is given in an optional block",
            Use + """[External("ping_exe_t")] sealed class Other; [Domain] sealed class D { [Optional, Netutils.Run<Other>] static class B; } }""",
            ["""«Netutils.Run<Other>» Nothing declares the type ping_exe_t, so that the optional block is left out without a word. Perhaps ping_exec_t is meant."""],
            Use.Replace("(file (read)))\")] public sealed class Lost", "(file (read))) (optional o (allow {subject} ping_exe_t (file (read))))\")] public sealed class Lost", StringComparison.Ordinal)
                + """[Domain, Netutils.Lost] sealed class D { [Optional, Netutils.Run<PingExec>] static class B; } }""",
            Debian),
        new(
            RuleId.TP3005,
            "a type that forks and is no domain",
            """[PolicyType, Allow<Self>(ProcessPerms.Fork)] sealed class Web;""",
            ["""«Web» A rule lets web_t do something to processes, and it is not in the attribute domain: a neverallow rule of the base refuses that. Declare it [Domain]."""],
            """[Domain, Allow<Self>(ProcessPerms.Fork)] sealed class Web; [PolicyType, Allow<Self>(FilePerms.ReadSet)] sealed class Other;"""),
        new(
            RuleId.TP3007,
            "an entrypoint that every program has",
            """[External("bin_t")] sealed class Bin; [Domain, Entrypoint<Bin>] sealed class D;""",
            ["""«Entrypoint<Bin>» Every program with the type bin_t enters the domain: nearly all that is installed has that type. Give the program a type of its own with a nested [Entrypoint] class."""],
            """[External("bin_t")] sealed class Bin; [Domain, Allow<Bin>(FilePerms.ReadSet)] sealed class D { [Entrypoint] sealed class Exec; }"""),
        new(
            RuleId.TP3007,
            "a transition through the shell",
            """[External("shell_exec_t")] sealed class Shell; [External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [Domain, DomainTransition<Shell, D>] sealed class E { [Entrypoint] public sealed class Exec; }""",
            ["""«DomainTransition<Shell, D>» Every program with the type shell_exec_t enters the domain: nearly all that is installed has that type. Give the program a type of its own with a nested [Entrypoint] class."""],
            """[External("shell_exec_t")] sealed class Shell; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [Domain, DomainTransition<D.Exec, D>] sealed class E { [Entrypoint] public sealed class Exec; }"""),
        new(
            RuleId.TP3008,
            "a transition from systemd",
            """[External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [RulesFor<Init>, DomainTransition<D>] static class FromInit;""",
            ["""«DomainTransition<D>» A unit with NoNewPrivileges=, or with an option that implies it, stays in init_t: the kernel asks for nnp_transition to d_t then. Add NoNewPrivileges = true."""],
            """[External("init_t")] sealed class Init; [Domain] sealed class D { [Entrypoint] public sealed class Exec; } [RulesFor<Init>, DomainTransition<D>(NoNewPrivileges = true)] static class FromInit;"""),
        new(
            RuleId.TP4013,
            "files of a type that is none of files",
            """[PolicyType, FileContextTree("/srv/web")] sealed class Web;""",
            ["""«Web» Files are labelled web_t, which is not in file_type: programs that handle all files, restorecon among them, are not allowed to touch them. Declare it [FileType]."""],
            """[PolicyType, MemberOf<IFileType>, FileContextTree("/srv/web")] sealed class Web; [FileType, FileContextTree("/srv/ftp")] sealed class Ftp; [External("device_node")] interface IDeviceNode; [PolicyType, FileContext("/dev/web")] sealed class Device : IDeviceNode;"""),
        new(
            RuleId.TP4013,
            "files of a type of the base that is none of files",
            """[External("proc_t")] sealed class Proc; [FileType, FileContext<Proc>("/srv/web")] sealed class Web;""",
            ["""«FileContext<Proc>("/srv/web")» Files are labelled proc_t, which is not in file_type: programs that handle all files, restorecon among them, are not allowed to touch them. Label the files with a type of files."""],
            """[External("ping_exec_t")] sealed class Ping; [FileType, FileContext<Ping>("/srv/web")] sealed class Web;""",
            Debian),
        new(
            RuleId.TP4017,
            "a path of the base",
            """[FileType, FileContext("/usr/bin/ping", FileKind.File)] sealed class Ping;""",
            ["""«FileContext("/usr/bin/ping", FileKind.File)» debian12 labels /usr/bin/ping with ping_exec_t already, and a path has one label. Allow access to that type, or label a path of your own."""],
            """[External("ping_exec_t")] sealed class Ping; [FileType, FileContext("/usr/bin/pong", FileKind.File), FileContext<Ping>("/usr/bin/ping", FileKind.File)] sealed class Pong;""",
            Debian),
        new(
            RuleId.TP5006,
            "passwords for whoever asks",
            Shadow + """[Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Allow<Shadow>(FilePerms.ReadSet)» The base policy keeps file read on shadow_t from all that is not in can_read_shadow_passwords, and d_t is not: a neverallow rule refuses this. Apply the interface of the base that puts it there, or leave the permission out."""],
            Shadow + """[Domain, Allow<Shadow>(FilePerms.ReadSet)] sealed class D : ICanRead; [Domain, Allow<Shadow>(FilePerms.Getattr)] sealed class E;"""),
        new(
            RuleId.TP5006,
            "a capability that the base keeps",
            """[Domain, Allow<Self>(CapabilityPerms.SysModule)] sealed class D;""",
            ["""«Allow<Self>(CapabilityPerms.SysModule)» The base policy keeps capability sys_module on itself from all that is not in can_load_kernmodule, and d_t is not: a neverallow rule refuses this. Apply the interface of the base that puts it there, or leave the permission out."""],
            """[External("can_load_kernmodule")] interface ICan; [Domain, Allow<Self>(CapabilityPerms.SysModule)] sealed class D : ICan;"""),
        new(
            RuleId.TP5006,
            "access that an interface of the base gives, and lets past its guard",
            Use + """[Domain, Allow<Secret>(FilePerms.Read | FilePerms.Open)] sealed class D; [Domain, Allow<Secret>(FilePerms.Read, FilePerms.Lock)] sealed class E; }""",
            ["""«Allow<Secret>(FilePerms.Read | FilePerms.Open)» debian12 keeps file read on secret_t from all that is not in can_read_secret, and d_t is not: a neverallow rule refuses this. Write [Auth.ReadSecret], which puts it there and gives this, or leave the permission out.""",
                """«Allow<Secret>(FilePerms.Read, FilePerms.Lock)» debian12 keeps file read on secret_t from all that is not in can_read_secret, and e_t is not: a neverallow rule refuses this. Apply [Auth.CanReadSecret] too, which puts it there, or leave the permission out."""],
            Use + """[Domain, Auth.ReadSecret] sealed class D; [Domain, Auth.CanReadSecret, Allow<Secret>(FilePerms.Read, FilePerms.Lock)] sealed class E; }""",
            Debian),
        new(
            RuleId.TP5007,
            "writing what many programs own",
            """[External("etc_t")] sealed class Etc; [Domain, Allow<Etc>(FilePerms.Write)] sealed class D;""",
            ["""«Allow<Etc>(FilePerms.Write)» Files of many programs have the type etc_t, and this lets d_t write all of them. Give its own files a type with [FileType] and a label, or a [TypeTransition] where it makes them."""],
            """[External("etc_t")] sealed class Etc; [Domain, Allow<Etc>(FilePerms.ReadSet), Allow<Etc>(DirPerms.Write)] sealed class D;"""),
        new(
            RuleId.TP5007,
            "writing nearly everything",
            """[Domain, Allow<IFileType>(FilePerms.Append)] sealed class D;""",
            ["""«Allow<IFileType>(FilePerms.Append)» Most files of the system are in file_type, and this lets d_t append all of them. Name the types that are meant."""],
            """[Domain, Allow<IFileType>(FilePerms.Getattr)] sealed class D;"""),
        new(
            RuleId.TP5008,
            "a domain that is confined by nothing",
            """[External("unconfined_domain_type")] interface IUnconfined; [Domain, MemberOf<IUnconfined>] sealed class D;""",
            ["""«MemberOf<IUnconfined>» Members of unconfined_domain_type are let past the guards of the base policy, and this puts d_t there. Allow what it needs, or say why it must be with [Justified("TP5008", "…")]."""],
            """[External("daemon")] interface IDaemon; [Domain, MemberOf<IDaemon>] sealed class D;"""),
        new(
            RuleId.TP7001,
            "access that an interface gives",
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Read | FilePerms.Open | FilePerms.Execute)] sealed class D;""",
            ["""«Allow<Ping>(FilePerms.Read | FilePerms.Open | FilePerms.Execute)» The interface netutils_exec_ping gives this, with 2 permissions more (file getattr, file map): Execute ping in the caller domain. Write [Netutils.ExecPing]."""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Write)] sealed class D;""",
            Debian),
        new(
            RuleId.TP7001,
            "access that an interface gives with what changes things",
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.Unlink), Allow<Ping>(FilePerms.Getattr)] sealed class D;""",
            [
            """«Allow<Ping>(FilePerms.Unlink)» The interface netutils_exec_all gives this, with 5 permissions more (file execute, process setrlimit on self, file map, file open, …): Execute all of it. Write [Netutils.ExecAll].""",
            """«Allow<Ping>(FilePerms.Getattr)» The interface netutils_exec_ping gives this, with 4 permissions more (file execute, file map, file open, file read): Execute ping in the caller domain. Write [Netutils.ExecPing]."""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Self>(ProcessPerms.Setrlimit), Allow<Ping>(FilePerms.Append)] sealed class D;""",
            Debian),
        new(
            RuleId.TP7002,
            "access for a type of the base",
            """[External("init_t")] sealed class Init; [FileType, AllowFrom<Init>(FilePerms.ReadSet)] sealed class F;""",
            ["""«AllowFrom<Init>(FilePerms.ReadSet)» init_t belongs to the module init of the base policy, and this policy gives it more from outside. Apply an interface of its module where there is one, so that a change of the type is seen here."""],
            """[Domain] sealed class D; [FileType, AllowFrom<D>(FilePerms.ReadSet)] sealed class F;"""),
        new(
            RuleId.TP7003,
            "a misspelt type",
            """[External("ping_exe_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Ping» Nothing declares the type ping_exe_t: neither this policy, nor a referenced one, nor debian12. Perhaps ping_exec_t is meant."""],
            """[External("ping_exec_t")] sealed class Ping; [Domain, Allow<Ping>(FilePerms.ReadSet)] sealed class D;""",
            Debian),
        new(
            RuleId.TP7003,
            "a type that an interface of the base requires, though no rule uses it",
            """[BaseInterface("pond_read", "(require (type ping_exe_t ping_exec_t)) (allow {subject} ping_exec_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D;""",
            ["""«Read» Nothing declares the type ping_exe_t: neither this policy, nor a referenced one, nor debian12. Perhaps ping_exec_t is meant."""],
            """[BaseInterface("pond_read", "(require (type ping_exec_t proc_t)) (allow {subject} ping_exec_t (file (read)))")] sealed class ReadAttribute : PolicyInterfaceAttribute; [Domain, Read] sealed class D;""",
            Debian),
        new(
            RuleId.TP7003,
            "a misspelt type of this policy",
            """[Domain] sealed class Webserver; [External("webserve_t")] sealed class Other; [Domain, Allow<Other>(ProcessPerms.Signal)] sealed class D;""",
            ["""«Other» Nothing declares the type webserve_t: neither this policy, nor a referenced one, nor debian12. Perhaps webserver_t is meant."""],
            """[Domain] sealed class Webserver; [Domain, Allow<Webserver>(ProcessPerms.Signal)] sealed class D;""",
            Debian),
        new(
            RuleId.TP7003,
            "a name that only an index which is not complete lacks",
            """[External("far_away_t")] sealed class Far; [Domain, Allow<Far>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Far» Nothing declares the type far_away_t: neither this policy, nor a referenced one, nor debian12. Reference the policy that declares it, or put what needs it in an [Optional] block."""],
            """[External("far_away_t")] sealed class Far; [Domain, Allow<Far>(FilePerms.ReadSet)] sealed class D;""",
            Debian,
            "sepolidx\t1\nname\tpart\ncomplete\tno\n"),
        new(
            RuleId.TP7004,
            "an interface that is replaced by another one",
            Use + "[Domain, Netutils.OldPing] sealed class D; }",
            ["«Netutils.OldPing» debian12 deprecates the interface netutils_old_ping, which a later version lacks. Write [Netutils.ExecPing]."],
            Use + "[Domain, Netutils.ExecPing] sealed class D; }",
            Debian),
        new(
            RuleId.TP7004,
            "an interface that is replaced by two, in an interface of one's own",
            Use + "[PolicyInterface, Netutils.OldRun<PingExec>] sealed class RunAttribute : PolicyInterfaceAttribute; }",
            ["«Netutils.OldRun<PingExec>» debian12 deprecates the interface netutils_old_run, which a later version lacks. Write [Netutils.Run] and [Netutils.Watch]."],
            Use + "[PolicyInterface, Netutils.Run<PingExec>, Netutils.Watch<PingExec>] sealed class RunAttribute : PolicyInterfaceAttribute; }",
            Debian),
        new(
            RuleId.TP7004,
            "an interface that does nothing any more",
            Use + "[Domain, Netutils.Gone] sealed class D; }",
            ["«Netutils.Gone» debian12 deprecates the interface netutils_gone, which does nothing any more and which a later version lacks. Take it out."],
            Use + "[Domain] sealed class D; }",
            Debian),
        new(
            RuleId.TP7004,
            "an interface that nothing replaces",
            Use + "[Domain, Netutils.Lost] sealed class D; }",
            ["«Netutils.Lost» debian12 deprecates the interface netutils_lost, which a later version lacks, and names nothing in its place. Say what is needed by other interfaces."],
            Use + "[Domain, Netutils.Lost] sealed class D; }",
            Debian,
            "sepolidx\t1\nname\tother\ncomplete\tno\n"),
        new(
            RuleId.TP7005,
            "a type of a module that a machine may lack",
            """[External("ping_exec_t")] sealed class Ping; [External("proc_t")] sealed class Proc; [Domain, Allow<Ping>(FilePerms.Exec), Allow<Proc>(FilePerms.ReadSet)] sealed class D;""",
            ["«Allow<Ping>(FilePerms.Exec)» ping_exec_t belongs to the module netutils of debian12, which a machine may lack: the policy does not link there. Put this into an [Optional] block."],
            """[External("ping_exec_t")] sealed class Ping; [Domain] sealed class D { [Optional, Allow<Ping>(FilePerms.Exec)] static class B; }""",
            Debian),
        new(
            RuleId.TP7005,
            "an interface of a module that a machine may lack",
            Use + "[Domain, Netutils.ExecPing] sealed class D; }",
            ["«Netutils.ExecPing» ping_exec_t belongs to the module netutils of debian12, which a machine may lack: the policy does not link there. Put this into an [Optional] block."],
            Use + "[Domain] sealed class D { [Optional, Netutils.ExecPing] static class B; } }",
            Debian),
        new(
            RuleId.TP7007,
            "an index of another target",
            """[Domain] sealed class D;""",
            ["«target\tdebian12» This is the index of debian12, and the policy is for el9: names and labels of the two differ. Reference the index of the target, or add the target to TypedPolicyTargets."],
            """[Domain] sealed class D;""",
            "sepolidx\t1\nname\tdebian12\ntarget\tdebian12\n",
            Debian),
        new(
            RuleId.TP7007,
            "an index with a line that says nothing",
            """[Domain] sealed class D;""",
            ["«type\tonly_t» This index of a base policy is not used: 'type' with 1 fields says nothing here. Make it again with the TypedPolicy that reads it."],
            """[Domain] sealed class D;""",
            "sepolidx\t1\ntype\tonly_t\n",
            Debian),
        new(
            RuleId.TP7007,
            "an index of a later version",
            """[Domain] sealed class D;""",
            ["«sepolidx\t2» This index of a base policy is not used: it is of version 2 of the format, and version 1 is read. Make it again with the TypedPolicy that reads it."],
            """[Domain] sealed class D;""",
            "sepolidx\t2\n",
            Debian),
    ];
}
