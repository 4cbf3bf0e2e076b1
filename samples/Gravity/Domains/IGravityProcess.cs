using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Every process of Gravity, on the host and inside planet: what each of them needs to run at all.</summary>
[TypeAttribute]

// Its own processes, pipes and sockets.
[Allow<Self>(
    ProcessPerms.Fork | ProcessPerms.SignalSet | ProcessPerms.Getattr | ProcessPerms.Getsched | ProcessPerms.Setsched
        | ProcessPerms.Getpgid | ProcessPerms.Setpgid | ProcessPerms.Getcap | ProcessPerms.Setcap | ProcessPerms.Setrlimit,
    FifoFilePerms.Rw,
    KeyPerms.Create | KeyPerms.Search | KeyPerms.View | KeyPerms.Read | KeyPerms.Write,
    UnixDgramSocketPerms.CreateSet | UnixDgramSocketPerms.Sendto,
    UnixStreamSocketPerms.CreateStream | UnixStreamSocketPerms.Connectto,
    TcpSocketPerms.CreateStream,
    UdpSocketPerms.CreateSet,
    NetlinkRouteSocketPerms.RNetlink)]

// Files of the system that everybody reads.
[Allow<Files.Etc>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[Allow<Files.EtcRuntime>(FilePerms.ReadSet)]
[ReadTree<Files.Usr>]
[Allow<Files.Var>(DirPerms.SearchSet)]
[Allow<Files.VarLib>(DirPerms.SearchSet)]
[Allow<Files.VarRun>(DirPerms.SearchSet, LnkFilePerms.ReadSet)]
[Allow<Devices.Random>(ChrFilePerms.ReadSet)]

// The state of the system and of the kernel.
[ReadTree<Kernel.Proc>]
[ReadTree<Kernel.ProcNet>]
[ReadTree<Kernel.Sysfs>]
[Allow<Kernel.Sysctl>(DirPerms.SearchSet)]
[Allow<Kernel.SysctlKernel>(DirPerms.List, FilePerms.ReadSet)]
[Allow<Kernel.SysctlNet>(DirPerms.List, FilePerms.ReadSet)]
[Allow<Kernel.SysctlFilesystems>(DirPerms.List, FilePerms.ReadSet)]
[Allow<Kernel.SysctlMemory>(DirPerms.List, FilePerms.ReadSet)]
[Allow<Kernel.SysctlOvercommit>(FilePerms.ReadSet)]
[Allow<Filesystems.ControlGroups>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet, FilesystemPerms.Getattr)]
[Allow<Filesystems.Disk>(FilesystemPerms.Getattr)]
[Allow<Filesystems.Tmpfs>(FilesystemPerms.Getattr)]

// The network.
[Allow<Network.AnyNode>(TcpSocketPerms.NodeBind, UdpSocketPerms.NodeBind)]
public partial interface IGravityProcess : IDomain
{
    /// <summary>The user database: elsewhere it is one of the files in /etc.</summary>
    [Optional, Allow<Files.Passwd>(FilePerms.ReadSet)]
    private static class OnEnterpriseLinux;
}
