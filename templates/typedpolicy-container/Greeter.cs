using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The container: it runs what its image has, listens on its port, and keeps its volume. Categories keep it apart from others.</summary>
[Domain, Role<SystemR>]
#if (permissive)
[Permissive]
#endif
[Justified("TP5005", "An image is programs and data in one type, and categories keep it apart from others.")]
[Entrypoint<ContainerFile>]
[Allow<ContainerFile>(DirPerms.Manage, FilePerms.Manage | FilePerms.Map | FilePerms.Execute | FilePerms.ExecuteNoTrans, LnkFilePerms.Manage, SockFilePerms.Manage, FifoFilePerms.Manage)]
[Allow<Self>(ProcessPerms.Fork | ProcessPerms.SignalSet | ProcessPerms.Getsched | ProcessPerms.Setpgid, FifoFilePerms.Rw, UnixStreamSocketPerms.CreateStream, TcpSocketPerms.CreateStream, UdpSocketPerms.CreateSet)]
[Allow<GreeterPort>(TcpSocketPerms.NameBind), Allow<AnyAddress>(TcpSocketPerms.NodeBind)]
[Allow<Var>(DirPerms.SearchSet), Allow<VarLib>(DirPerms.SearchSet)]
public sealed class Greeter : IContainerDomain, IConstrainedByCategories
{
    /// <summary>Its volume on the host, mounted without :z and :Z.</summary>
    [FileType, FileContextTree("/var/lib/greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    public sealed class Volume;
}

/// <summary>Where it listens.</summary>
[PortType, Port(Protocol.Tcp, 7070)]
public sealed class GreeterPort;
