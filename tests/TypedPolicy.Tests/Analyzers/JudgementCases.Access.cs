using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>The judgements of labels, of access and of ports that look at the base policy.</summary>
public static partial class JudgementCases
{
    private static readonly IReadOnlyList<JudgementCase> OfAccess =
    [
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
    ];
}
