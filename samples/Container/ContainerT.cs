using TypedPolicy;

namespace ContainerTypes.Policy;

/// <summary>
/// An ordinary container: it runs and manages files of containers, and has the network. Its categories, not its type, keep
/// it apart from other containers.
/// </summary>
[Domain, Role<SystemR>]
[Justified("TP5005", "A container installs programs into its own files and runs them; its categories keep it in.")]
[Entrypoint<ContainerFileT>]
[Allow<ContainerFileT>(DirPerms.Manage, FilePerms.Manage | FilePerms.Map, LnkFilePerms.Manage, SockFilePerms.Manage, FifoFilePerms.Manage)]
[Allow<ContainerFileT>(FilePerms.ExecuteNoTrans)]
[Allow<Self>(
    ProcessPerms.Fork | ProcessPerms.SignalSet | ProcessPerms.Getattr | ProcessPerms.Getsched | ProcessPerms.Setsched | ProcessPerms.Setpgid,
    FifoFilePerms.Rw,
    TcpSocketPerms.CreateStream,
    UdpSocketPerms.CreateSet,
    UnixStreamSocketPerms.CreateStream | UnixStreamSocketPerms.Connectto,
    UnixDgramSocketPerms.CreateSet | UnixDgramSocketPerms.Sendto)]
[Allow<Var>(DirPerms.SearchSet), Allow<VarLib>(DirPerms.SearchSet)]
[Allow<IPortType>(TcpSocketPerms.NameConnect | TcpSocketPerms.NameBind, UdpSocketPerms.NameBind)]
[Allow<AnyAddress>(TcpSocketPerms.NodeBind, UdpSocketPerms.NodeBind)]
public sealed class ContainerT : IConstrainedByCategories;
