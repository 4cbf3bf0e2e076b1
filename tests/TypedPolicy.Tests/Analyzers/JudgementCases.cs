using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>A policy that a judgement underlines, what it says there, and a policy close to it that it leaves alone.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sentence">What it is about here.</param>
/// <param name="Bad">The policy.</param>
/// <param name="Squiggles">What is underlined, and the message.</param>
/// <param name="Good">A policy that is left alone.</param>
/// <param name="Index">The index of the base that the project references; none where it is empty.</param>
/// <param name="GoodIndex">The index of the good neighbour where it is another one.</param>
/// <param name="Targets">The targets of the project.</param>
public sealed record JudgementCase(DiagnosticId Rule, string Sentence, string Bad, string[] Squiggles, string Good, string Index = "", string? GoodIndex = null, string Targets = "el9");

/// <summary>The table of judgements: every rule that keeps nothing from the disk.</summary>
public static partial class JudgementCases
{
    /// <summary>Every case.</summary>
    public static IReadOnlyList<JudgementCase> All => [.. OfThePolicy, .. OfTheBase, .. OfAccess, .. OfInterfaces];

    private static readonly IReadOnlyList<JudgementCase> OfThePolicy =
    [
        new(
            DiagnosticId.ClassNamedLikeNamespace,
            "a class with the name of its namespace",
            """namespace Contoso.Web { [Domain] public sealed class Web; }""",
            ["""«Web» Web has the name of the namespace Contoso.Web, so other projects that write Web get the namespace (CS0234). Rename the namespace; or rename the class and write its SELinux name into its attribute."""],
            """namespace Contoso.Policy { [Domain] public sealed class Web; }"""),
        new(
            DiagnosticId.NameConvention,
            "a type without its ending",
            """[Domain("web")] public sealed class Web;""",
            ["""«"web"» 'web' does not follow the SELinux naming convention: names of types end in _t, of executables in _exec_t. Name it web_t."""],
            """[Domain("web_t")] public sealed class Web;"""),
        new(
            DiagnosticId.AttributePassedForType,
            "an attribute that carries an interface which applies typeattribute",
            """[External("can_read_messages")] public interface ICanRead; [PolicyInterface, MemberOf<ICanRead>] public sealed class ReadMessagesAttribute : PolicyInterfaceAttribute; [TypeAttribute, ReadMessages] public interface IWeb;""",
            ["""«ReadMessages» [ReadMessages] adds web to the attribute can_read_messages, but web is an attribute itself, and typeattribute takes only concrete types. Put it on each concrete domain instead."""],
            """[External("can_read_messages")] public interface ICanRead; [PolicyInterface, MemberOf<ICanRead>] public sealed class ReadMessagesAttribute : PolicyInterfaceAttribute; [Domain, ReadMessages] public sealed class Web;"""),
        new(
            DiagnosticId.AttributePassedForType,
            "an attribute that is given to an interface which applies typeattribute",
            """[External("can_read_messages")] public interface ICanRead; [PolicyInterface, AllowFrom<Arg1>(FilePerms.ReadSet), Join<Arg1>] public sealed class LetAttribute<T> : PolicyInterfaceAttribute; [PolicyInterface] public sealed class JoinAttribute<T> : PolicyInterfaceAttribute { [RulesFor<Arg1>, MemberOf<ICanRead>] static class Rules; } [TypeAttribute] public interface IWeb; [FileType, Let<IWeb>] public sealed class Log;""",
            ["""«IWeb» [Let] adds web to the attribute can_read_messages, but web is an attribute itself, and typeattribute takes only concrete types. Give it each concrete type instead."""],
            """[TypeAttribute] public interface IWeb; [Domain] public sealed class D : IWeb;"""),
        new(
            DiagnosticId.AttributeWithoutMembers,
            "an attribute without members",
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] interface IReader;""",
            ["""«IReader» No type is in the attribute reader, so the rules that name it give nothing. Let a policy class implement IReader, or take the rules out."""],
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.ReadSet)] interface IReader; [Domain] sealed class D : IReader;"""),
        new(
            DiagnosticId.WildcardPermissions,
            "every permission",
            """[Domain, Allow<Self>(ProcessPerms.All)] public sealed class Web;""",
            ["""«ProcessPerms.All» This grants every permission of process, including those that a newer kernel adds. Name the permissions that are needed."""],
            """[Domain, Allow<Self>(ProcessPerms.Fork)] public sealed class Web;"""),
        new(
            DiagnosticId.WildcardPermissions,
            "every permission but some",
            """[Domain, Allow<Self>(~ProcessPerms.Fork)] public sealed class Web;""",
            ["""«~ProcessPerms.Fork» This grants all but some permissions of process, including those that a newer kernel adds. Name the permissions that are needed."""],
            """[Domain, NeverAllow<Self>(ProcessPerms.All)] public sealed class Web;"""),
        new(
            DiagnosticId.AuditAccessInAllow,
            "audit_access in an allow rule",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Getattr | FilePerms.AuditAccess)] sealed class D;""",
            ["""«FilePerms.AuditAccess» audit_access allows nothing: it controls whether a denied access(2) is audited, and has an effect only in a dontaudit rule. Write [DontAudit] for it."""],
            """[FileType] sealed class F; [Domain, DontAudit<F>(FilePerms.AuditAccess)] sealed class D;"""),
        new(
            DiagnosticId.OwnNameInsteadOfSelf,
            "the type's own name for Self",
            """[Domain, Allow<Web>(ProcessPerms.Fork)] public sealed class Web;""",
            ["""«Web» Web names itself as the target. Write Self."""],
            """[Domain, Allow<Self>(ProcessPerms.Fork)] public sealed class Web;"""),
        new(
            DiagnosticId.NamedPermissionSet,
            "reading without opening",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Read)] sealed class D;""",
            ["""«FilePerms.Read» Without 'open' this covers only file descriptors that are inherited or passed in. FilePerms.ReadSet includes 'open'. Use FilePerms.ReadInherited if descriptors are meant to be passed in."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.ReadInherited)] sealed class D;"""),
        new(
            DiagnosticId.NamedPermissionSet,
            "permissions that a set says",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Open | FilePerms.ReadInherited)] sealed class D;""",
            ["""«FilePerms.Open | FilePerms.ReadInherited» These are the permissions of the set FilePerms.ReadSet. Write FilePerms.ReadSet."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.ReadSet)] sealed class D;"""),
        new(
            DiagnosticId.RedundantRule,
            "a rule that another one covers",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.ReadSet), Allow<F>(FilePerms.Read)] sealed class D;""",
            ["""«Allow<F>(FilePerms.Read)» Another rule lets d_t do all of this on f_t already. Take this one out."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.ReadSet), Allow<F>(FilePerms.Write)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "sockets and shared memory on a type of files",
            """[FileType, FileContext("/run/web.sock", FileKind.Socket)] sealed class Sock; [Domain, Allow<Sock>(TcpSocketPerms.CreateStream, UnixStreamSocketPerms.Connectto), Allow<Sock>(ShmPerms.Read)] sealed class D;""",
            [
                """«Allow<Sock>(TcpSocketPerms.CreateStream, UnixStreamSocketPerms.Connectto)» sock_t is a file type, and tcp_socket and unix_stream_socket have the type of the process that created the socket, or of its port or address, so this grants nothing. Name a domain, or SockFilePerms for the file of a Unix socket.""",
                """«Allow<Sock>(ShmPerms.Read)» sock_t is a file type, and no shm has a file type, so this grants nothing. Name another type, or another class.""",
            ],
            """[FileType, FileContext("/run/web.sock", FileKind.Socket)] sealed class Sock; [Domain, Allow<Sock>(SockFilePerms.Write), Allow<Self>(TcpSocketPerms.CreateStream)] sealed class D; [PortType] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameConnect)] sealed class E;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a class of processes on a type of files",
            """[FileType] sealed class F; [Domain, Allow<F>(ProcessPerms.Signal)] sealed class D;""",
            ["""«Allow<F>(ProcessPerms.Signal)» f_t is a file type, and process belongs to processes, so this grants nothing. Name a domain, or another class."""],
            """[Domain] sealed class E; [Domain, Allow<E>(ProcessPerms.Signal)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a capability on another domain",
            """[Domain] sealed class E; [Domain, Allow<E>(CapabilityPerms.Chown)] sealed class D;""",
            ["""«Allow<E>(CapabilityPerms.Chown)» The kernel checks capability only between a process and itself, so on e_t this grants nothing. Write [Allow<Self>(…)]."""],
            """[Domain, Allow<Self>(CapabilityPerms.Chown)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a socket file with the type of a process",
            """[Domain] sealed class E; [Domain, Allow<E>(SockFilePerms.Write)] sealed class D;""",
            ["""«Allow<E>(SockFilePerms.Write)» e_t is a domain, and no sock_file has the type of a process, so this grants nothing. Name the type of the file."""],
            """[Domain] sealed class E; [Domain, Allow<E>(FilePerms.ReadSet)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a service that is a domain",
            """[Domain] sealed class E; [Domain, Allow<E>(ServicePerms.Start)] sealed class D;""",
            ["""«Allow<E>(ServicePerms.Start)» systemd checks the class service against the type of the unit file, and e_t is a domain. Name the type of the unit file."""],
            """[FileType] sealed class E; [Domain, Allow<E>(ServicePerms.Start)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a service that is an executable",
            """[Domain] sealed class E { [Entrypoint] public sealed class Exec; } [Domain, Allow<E.Exec>(ServicePerms.Start)] sealed class D;""",
            ["""«Allow<E.Exec>(ServicePerms.Start)» systemd checks the class service against the type of the unit file, and e_exec_t is the type of an executable. Name the type of the unit file."""],
            """[Domain] sealed class E { [Entrypoint] public sealed class Exec; } [Domain, Allow<E.Exec>(FilePerms.Exec)] sealed class D;"""),
        new(
            DiagnosticId.ClassNeverOfTarget,
            "a file with the type of a port",
            """[PortType] sealed class P; [Domain, Allow<P>(FilePerms.ReadSet)] sealed class D;""",
            ["""«Allow<P>(FilePerms.ReadSet)» p_t is a network type, and no file has one, so this grants nothing. Name a network class such as TcpSocketPerms, or another type."""],
            """[PortType] sealed class P; [Domain, Allow<P>(TcpSocketPerms.NameConnect)] sealed class D;"""),
        new(
            DiagnosticId.ExclusionWrittenOut,
            "an exclusion that is written out",
            """[Domain] sealed class D : IAny; [TypeAttribute] interface IAny; [TypeAttribute(Expand = Expansion.Always), Include<IAny>, Exclude<D>] interface IOthers;""",
            ["""«IOthers» Each rule for others is written out for every type that its exclusion leaves, and the policy in the kernel grows by as many. Leave Expand out, so that the kernel keeps the attribute."""],
            """[Domain] sealed class D : IAny; [TypeAttribute] interface IAny; [TypeAttribute, Include<IAny>, Exclude<D>] interface IOthers;"""),
        new(
            DiagnosticId.IoctlListDeniesOthers,
            "requests to log, and none to allow",
            """[FileType] sealed class F; [Domain, Allow<F>(ChrFilePerms.Rw), AuditAllowIoctl<F, ChrFilePerms>("0x54f0")] sealed class D;""",
            ["""«AuditAllowIoctl<F, ChrFilePerms>("0x54f0")» Once requests are listed to be logged, the kernel denies d_t every ioctl request on f_t (chr_file) that no [AllowIoctl] lists. Add [AllowIoctl] with the requests that are needed, or with "0x0000-0xffff" for all of them."""],
            """[FileType] sealed class F; [Domain, Allow<F>(ChrFilePerms.Rw), AllowIoctl<F, ChrFilePerms>("0x0000-0xffff"), AuditAllowIoctl<F, ChrFilePerms>("0x54f0")] sealed class D;"""),
        new(
            DiagnosticId.IoctlListDeniesOthers,
            "denials to hide, and no requests to allow",
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(ChrFilePerms.Rw)] interface IUsers; [Domain, DontAuditIoctl<F, ChrFilePerms>("0x54f0")] sealed class D : IUsers;""",
            ["""«DontAuditIoctl<F, ChrFilePerms>("0x54f0")» Once requests are listed to be kept out of the log, the kernel denies d_t every ioctl request on f_t (chr_file) that no [AllowIoctl] lists. Add [AllowIoctl] with the requests that are needed, or with "0x0000-0xffff" for all of them."""],
            """[FileType] sealed class F; [Domain, Allow<F>(ChrFilePerms.Read), DontAuditIoctl<F, ChrFilePerms>("0x54f0")] sealed class D;"""),
        new(
            DiagnosticId.IoctlListWithoutGrant,
            "requests of an ioctl that nothing grants",
            """[FileType] sealed class F; [Domain, Allow<F>(ChrFilePerms.Read), AllowIoctl<F, ChrFilePerms>("0x54f0")] sealed class D;""",
            ["""«AllowIoctl<F, ChrFilePerms>("0x54f0")» No rule grants d_t the permission ioctl on f_t (chr_file), so this has no effect. Grant ioctl with [Allow<…>], or remove this."""],
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(ChrFilePerms.Rw)] interface IUsers; [Domain, AllowIoctl<F, ChrFilePerms>("0x54f0")] sealed class D : IUsers;"""),
        new(
            DiagnosticId.IncompleteDomainTransition,
            "a transition that nothing allows",
            """[External("tool_exec_t")] sealed class ToolExec; [Domain] sealed class Tool; [Domain, TypeTransition<ToolExec, Tool>(typeof(ProcessPerms)), Allow<Tool>(ProcessPerms.Transition)] sealed class D;""",
            ["""«TypeTransition<ToolExec, Tool>(typeof(ProcessPerms))» A type transition grants nothing by itself, and no rule here allows d_t execute on tool_exec_t (file), nor tool_t entrypoint on tool_exec_t (file), so the program is not started. Write [DomainTransition<TExec, TTarget>], which grants all of it, or add the missing [Allow] attributes."""],
            """[External("tool_exec_t")] sealed class ToolExec; [Domain] sealed class Tool; [Domain, DomainTransition<ToolExec, Tool>] sealed class D;"""),
        new(
            DiagnosticId.DomainWithoutEntrypoint,
            "a domain without an entrypoint",
            """[Domain, Role<SystemR>] public sealed class D;""",
            ["""«D» Nothing can enter the domain d_t: it has no entrypoint. Nest an [Entrypoint] class in it, or add [Entrypoint<TExec>]."""],
            """[Domain, Role<SystemR>] public sealed class D { [Entrypoint] public sealed class Exec; }"""),
        new(
            DiagnosticId.DomainWithoutRole,
            "a domain without a role",
            """[Domain] public sealed class D;""",
            ["""«D» No role may run the domain d_t, so no process can be in it. Add [Role<SystemR>], or [Role<…>] for the role that starts it."""],
            """[Domain, Role<SystemR>] public sealed class D;"""),
        new(
            DiagnosticId.ExecutableWithoutLabel,
            "an executable that no file is",
            """[Domain] public sealed class D { [Entrypoint] public sealed class Exec; }""",
            ["""«Exec» No file is labelled d_exec_t, so its domain is never entered. Add [FileContext("/usr/bin/d", FileKind.File)]."""],
            """[Domain] public sealed class D { [Entrypoint, FileContext("/usr/bin/d", FileKind.File)] public sealed class Exec; }"""),
        new(
            DiagnosticId.IncompleteFileTransition,
            "a file transition that nothing allows",
            """[External("tmp_t")] sealed class Tmp; [FileType] sealed class Cache; [Domain, TypeTransition<Tmp, Cache>(typeof(FilePerms))] sealed class D;""",
            ["""«TypeTransition<Tmp, Cache>(typeof(FilePerms))» A type transition grants nothing by itself, and no rule here allows d_t create on cache_t (file), nor d_t add_name on tmp_t (dir), so the file is not created. Add the missing [Allow] attributes."""],
            """[External("tmp_t")] sealed class Tmp; [FileType] sealed class Cache; [Domain, TypeTransition<Tmp, Cache>(typeof(FilePerms)), Allow<Tmp>(DirPerms.AddEntry), Allow<Cache>(FilePerms.Manage)] sealed class D;"""),
        new(
            DiagnosticId.UnescapedMetacharacter,
            "a dot that matches any character",
            """
            [FileType]
            [FileContextPattern("/etc/web.conf")]
            public sealed class Web;
            """,
            ["""«.» An unescaped '.' matches any character, and makes the label less specific; write '\.' for the dot."""],
            """
            [FileType]
            [FileContextPattern("/etc/web\\.conf")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.SuspiciousPattern,
            "a construct of one dialect",
            """
            [FileType]
            [FileContextPattern("/srv/\\d")]
            public sealed class Web;
            """,
            ["""«\\d» '\d' is a shorthand that no base policy uses; write '[0-9]'."""],
            """
            [FileType]
            [FileContextPattern("/srv/[0-9]")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.SuspiciousPattern,
            "an escape in a literal path",
            """
            [FileType]
            [FileContext("/etc/web\\.conf")]
            public sealed class Web;
            """,
            ["""«\\.» This path is literal and is escaped for you; write '.' alone."""],
            """
            [FileType]
            [FileContext("/etc/web.conf")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.SuspiciousPattern,
            "a pattern in a literal path",
            """
            [FileType]
            [FileContext("/srv/web(/.*)?")]
            public sealed class Web;
            """,
            ["""«(/.*)?» This path is literal: '(/.*)?' matches only these characters; use FileContextTree for a directory with its contents, FileContextPattern for a pattern."""],
            """
            [FileType]
            [FileContextTree("/srv/web")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.PathWrittenAsGlob,
            "a glob in a literal path",
            """
            [FileType]
            [FileContext("/usr/bin/greeter*")]
            public sealed class Web;
            """,
            ["""«*» This path is literal: '*' matches only these characters, nothing expands it; use FileContextPattern for a pattern, '/usr/bin/greeter[^/]*'."""],
            """
            [FileType]
            [FileContextPattern("/usr/bin/greeter[^/]*")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.UserOrRoleInPath,
            "USER in a path",
            """
            [FileType]
            [FileContext("/opt/USERDATA")]
            public sealed class Web;
            """,
            ["""«USER» A path that contains USER is taken for a template of home directories and labels nothing itself; match one of the letters with '[U]' in a pattern, or write %{USERNAME} where the user is meant."""],
            """
            [FileType]
            [FileContext("/opt/data")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.HardCodedHome,
            "a home directory of one machine",
            """
            [FileType]
            [FileContextTree("/home/alice/.web")]
            public sealed class Web;
            """,
            ["""«/home/alice» Home directories are not always below /home, and each user's labels differ; write HOME_DIR."""],
            """
            [FileType]
            [FileContextTree("HOME_DIR/.web")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.PathUnderEquivalence,
            "a path that is looked up as another",
            """
            [FileType]
            [FileContext("/run/web.sock", FileKind.Socket)]
            public sealed class Web;
            """,
            ["""«/run» A label on /run/web.sock is never used: by the equivalence '/run /var/run' of Enterprise Linux 9, paths below /run are looked up below /var/run. Write "/var/run/web.sock"."""],
            """
            [FileType]
            [FileContext("/var/run/web.sock", FileKind.Socket)]
            public sealed class Web;
            """),
        new(
            DiagnosticId.RedundantLabel,
            "a label said twice",
            """
            [FileType]
            [FileContext("/srv/a"), FileContext("/srv/a")]
            public sealed class Web;
            """,
            ["""«FileContext("/srv/a")» /srv/a has this label already. Take one of the two out."""],
            """
            [FileType]
            [FileContext("/srv/a"), FileContext("/srv/b")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.RedundantLabel,
            "a label that never decides",
            """[FileType, FileContextPattern("/srv/[ab].*")] public sealed class F; [FileType, FileContextPattern("/srv/[abc].*/?.*")] public sealed class G;""",
            ["""«FileContextPattern("/srv/[ab].*")» The label on /srv/[ab].* is never used: /srv/[abc].*/?.* matches every path that it does and takes precedence, because it is more specific. Narrow /srv/[abc].*/?.*, or remove this label."""],
            """[FileType, FileContextPattern("/srv/[ab].*")] public sealed class F; [FileType, FileContextPattern("/srv/[abc].*/d.*")] public sealed class G;"""),
        new(
            DiagnosticId.LabelOfEveryAndOneKind,
            "a label for every kind beside one for a kind",
            """[FileType, FileContext("/srv/a")] public sealed class F; [FileType, FileContext("/srv/a", FileKind.Socket)] public sealed class G;""",
            ["""«FileContext("/srv/a", FileKind.Socket)» /srv/a has one label for every kind of file and another one for socket: which of them holds differs between releases of libselinux. Give each label its kind."""],
            """[FileType, FileContext("/srv/a", FileKind.File)] public sealed class F; [FileType, FileContext("/srv/a", FileKind.Socket)] public sealed class G;"""),
        new(
            DiagnosticId.KindContradictsPattern,
            "the contents without the directory",
            """
            [FileType]
            [FileContextPattern("/srv/web/.*")]
            public sealed class Web;
            """,
            ["""«/.*» '/.*' labels what is in the directory and not the directory itself; write '(/.*)?' for both."""],
            """
            [FileType]
            [FileContextPattern("/srv/web(/.*)?")]
            public sealed class Web;
            """),
        new(
            DiagnosticId.FileTypeWithoutLabel,
            "a file type that no file has",
            """[FileType] public sealed class Cache;""",
            ["""«Cache» No file ever has the type cache_t: no path is labelled with it, no type transition results in it, and no domain may relabel to it. Add [FileContext("/…")], or a [TypeTransition] where it is made."""],
            """[FileType, FileContext("/srv/cache")] public sealed class Cache;"""),
        new(
            DiagnosticId.PermissiveDomain,
            "a domain that is left permissive",
            """[Domain, Permissive] public sealed class Web;""",
            ["""«Permissive» SELinux denies nothing to Web while it is permissive. Remove [Permissive] before the policy is released."""],
            """[Domain, Role<SystemR>] public sealed class Web;"""),
        new(
            DiagnosticId.WritableExecutableMemory,
            "memory that is written and executed",
            """[Domain, Allow<Self>(ProcessPerms.Fork | ProcessPerms.Execmem)] public sealed class Web;""",
            ["""«ProcessPerms.Execmem» process execmem lets memory be written and then executed, which is what an exploit needs. Remove it, or state why it is needed with [Justified("TP5002", "…")]."""],
            """[Domain, Allow<Self>(ProcessPerms.Fork)] public sealed class Web;"""),
        new(
            DiagnosticId.WritableExecutableMemory,
            "files that are changed in memory and executed",
            """[Domain, Allow<Self>(FilePerms.Execmod)] public sealed class Web;""",
            ["""«FilePerms.Execmod» file execmod lets a file's pages be changed in memory and then executed, which is what an exploit needs. Remove it, or state why it is needed with [Justified("TP5002", "…")]."""],
            """[Domain, Allow<Self>(FilePerms.ReadSet)] public sealed class Web;"""),
        new(
            DiagnosticId.SensitivePermission,
            "a capability that is nearly root",
            """[Domain, Allow<Self>(CapabilityPerms.Chown | CapabilityPerms.SysAdmin)] public sealed class Web;""",
            ["""«CapabilityPerms.SysAdmin» capability sys_admin amounts to nearly everything that root may do. Remove it, or state why it is needed with [Justified("TP5003", "…")]."""],
            """[Domain, Allow<Self>(CapabilityPerms.Chown)] public sealed class Web;"""),
        new(
            DiagnosticId.SensitivePermission,
            "a capability that passes over modes",
            """[Domain, Allow<Self>(CapabilityPerms.DacOverride)] public sealed class Web;""",
            ["""«CapabilityPerms.DacOverride» capability dac_override bypasses the owner and mode of every file; dac_read_search is often enough. Remove it, or state why it is needed with [Justified("TP5003", "…")]."""],
            """[Domain, Allow<Self>(CapabilityPerms.DacReadSearch)] public sealed class Web;"""),
        new(
            DiagnosticId.SensitivePermission,
            "a permission on other processes",
            """[Domain, Allow<Self>(ProcessPerms.Ptrace)] public sealed class Web;""",
            ["""«ProcessPerms.Ptrace» process ptrace reads and changes another process, with all that it may do. Remove it, or state why it is needed with [Justified("TP5003", "…")]."""],
            """[Domain, Allow<Self>(ProcessPerms.Signal)] public sealed class Web;"""),
        new(
            DiagnosticId.SensitivePermission,
            "a permission to choose one's domain",
            """[Domain, Allow<Self>(ProcessPerms.Setcurrent)] public sealed class Web;""",
            ["""«ProcessPerms.Setcurrent» process setcurrent lets a process choose another domain for itself. Remove it, or state why it is needed with [Justified("TP5003", "…")]."""],
            """[Domain, Allow<Self>(ProcessPerms.Setexec)] public sealed class Web;"""),
        new(
            DiagnosticId.PolicyManagement,
            "a permission to replace the policy",
            """[Domain, Allow<Self>(SecurityPerms.LoadPolicy)] public sealed class Web;""",
            ["""«SecurityPerms.LoadPolicy» security load_policy replaces the whole policy. Remove it, or state why it is needed with [Justified("TP5004", "…")]."""],
            """[Domain, Allow<Self>(SecurityPerms.ComputeAv)] public sealed class Web;"""),
        new(
            DiagnosticId.PolicyManagement,
            "a permission to switch SELinux off",
            """[Domain, Allow<Self>(SecurityPerms.Setenforce)] public sealed class Web;""",
            ["""«SecurityPerms.Setenforce» security setenforce switches SELinux to permissive. Remove it, or state why it is needed with [Justified("TP5004", "…")]."""],
            """[Domain, Allow<Self>(SecurityPerms.CheckContext)] public sealed class Web;"""),
        new(
            DiagnosticId.PolicyManagement,
            "a permission to load code into the kernel",
            """[Domain, Allow<Self>(SystemPerms.ModuleLoad)] public sealed class Web;""",
            ["""«SystemPerms.ModuleLoad» system module_load loads code into the kernel, which no policy restricts. Remove it, or state why it is needed with [Justified("TP5004", "…")]."""],
            """[Domain, Allow<Self>(SystemPerms.SyslogRead)] public sealed class Web;"""),
        new(
            DiagnosticId.WritableExecutable,
            "a type that one domain writes and executes",
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Exec), Allow<F>(FilePerms.Write)] sealed class D;""",
            ["""«Allow<F>(FilePerms.Write)» d_t may write f_t and also execute it, so an attacker who takes over the process can run any code. Give written files another type, or state why it is needed with [Justified("TP5005", "…")]."""],
            """[FileType] sealed class F; [Domain, Allow<F>(FilePerms.Exec)] sealed class D; [Domain, Allow<F>(FilePerms.Write)] sealed class E;"""),
        new(
            DiagnosticId.WritableExecutable,
            "a type that an attribute executes and its member writes",
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.Exec)] interface IRunner; [Domain, Allow<F>(FilePerms.Append)] sealed class D : IRunner;""",
            ["""«Allow<F>(FilePerms.Append)» d_t may write f_t and also execute it, so an attacker who takes over the process can run any code. Give written files another type, or state why it is needed with [Justified("TP5005", "…")]."""],
            """[FileType] sealed class F; [TypeAttribute, Allow<F>(FilePerms.Exec)] interface IRunner; [Domain, Allow<F>(FilePerms.Append)] sealed class D;"""),
        new(
            DiagnosticId.UndocumentedInterface,
            "a public interface without documentation",
            """[PolicyInterface] public sealed class ReadAttribute : PolicyInterfaceAttribute;""",
            ["""«ReadAttribute» ReadAttribute is a public policy interface without documentation. Add a <summary> of what it grants: completion shows it to everyone who may apply the interface."""],
            """
            /// <summary>Reads.</summary>
            [PolicyInterface] public sealed class ReadAttribute : PolicyInterfaceAttribute;
            """),
        new(
            DiagnosticId.UnusedDeclaration,
            "a boolean that decides nothing",
            """[PolicyBoolean] public sealed class Debug;""",
            ["""«Debug» debug is never used in this policy. Use it in [If<Debug>], or remove it."""],
            """[PolicyBoolean] public sealed class Debug; [Domain] public sealed class D { [If<Debug>, Allow<Self>(ProcessPerms.Fork)] static class When; }"""),
        new(
            DiagnosticId.UnusedDeclaration,
            "a block that holds nothing",
            """[Domain] public sealed class D { [Optional] static class Empty; }""",
            ["""«Empty» The block Empty holds no rule. Add rules, or remove it."""],
            """[External("x_t")] class X; [Domain] public sealed class D { [Optional, Allow<X>(FilePerms.ReadSet)] static class Full; }"""),
        new(
            DiagnosticId.JustificationWithoutReason,
            "a justification without a reason",
            """[Domain, Allow<Self>(ProcessPerms.Ptrace), Justified("TP5003", "")] public sealed class Web;""",
            ["""«""» TP5003 is suppressed without a reason. State one, so that a reviewer can judge it."""],
            """[Domain, Allow<Self>(ProcessPerms.Ptrace), Justified("TP5003", "It is a debugger.")] public sealed class Web;"""),
        new(
            DiagnosticId.JustificationWithoutEffect,
            "a justification of a rule that is misspelt",
            """[Domain, Allow<Self>(ProcessPerms.Ptrace), Justified("TP503", "It is a debugger.")] public sealed class Web;""",
            ["""«"TP503"» There is no rule TP503, so this suppresses nothing. Did you mean TP5003?"""],
            """[Domain, Allow<Self>(ProcessPerms.Ptrace), Justified("TP5003", "It is a debugger.")] public sealed class Web;"""),
        new(
            DiagnosticId.JustificationWithoutEffect,
            "a justification of what is no rule of this vocabulary",
            """[Domain, Permissive, Justified("CA1822", "It is new.")] public sealed class Web;""",
            ["""«"CA1822"» There is no rule CA1822, so this suppresses nothing. Write the id of the rule, such as TP5003."""],
            """[Domain, Permissive, Justified("TP5001", "It is new.")] public sealed class Web;"""),
        new(
            DiagnosticId.JustificationWithoutEffect,
            "a justification of what blocks",
            """[Domain, Justified("TP2001", "It is new.")] public sealed class Web;""",
            ["""«"TP2001"» TP2001 is a blocking error and cannot be justified. Remove this attribute, and fix the error."""],
            """[Domain, Justified("TP2002", "It is new.")] public sealed class Web;"""),
        new(
            DiagnosticId.JustificationWithoutEffect,
            "a justification of what the build says",
            """[Domain, Justified("TP9001", "It is new.")] public sealed class Web;""",
            ["""«"TP9001"» TP9001 is reported by the build and cannot be suppressed with [Justified]. Remove this attribute."""],
            """[Domain, Justified("TP7002", "It is new.")] public sealed class Web;"""),
    ];
}
