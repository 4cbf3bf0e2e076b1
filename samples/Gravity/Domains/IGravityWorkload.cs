using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Applications on the cluster that have a domain of their own: derive one from <see cref="GravityWorkloadTemplate{TSelf}"/>.</summary>
[TypeAttribute]
[Allow<Containers.File>(DirPerms.List, FilePerms.ReadSet | FilePerms.Exec, LnkFilePerms.ReadSet)]
[Allow<Files.Bin>(DirPerms.SearchSet)]                                      // the directory of its programs on the node
[Allow<Network.HttpPort>(TcpSocketPerms.NameConnect)]
[Allow<GravityKubernetes>(FdPerms.Use, FifoFilePerms.RwInherited, ProcessPerms.Sigchld)]
[Allow<GravityContainer>(FdPerms.Use, FifoFilePerms.RwInherited, ProcessPerms.Sigchld)]
[NeverAllow<IGravityExecutable>(FilePerms.Write | FilePerms.Append | FilePerms.Unlink)]
[NeverAllow<IGravityState>(FilePerms.Write | FilePerms.Append | FilePerms.Create)]
public interface IGravityWorkload : IGravityProcess
{
    /// <summary>The runtime starts it, passes its terminal and waits for it.</summary>
    [Optional]
    [MemberOf<Containers.IDomain>]
    [Allow<Containers.Runtime>(FdPerms.Use, FifoFilePerms.RwInherited, ProcessPerms.Sigchld, UnixStreamSocketPerms.Read | UnixStreamSocketPerms.Write)]
    [AllowFrom<Containers.Runtime>(ProcessPerms.Transition | ProcessPerms.SignalSet | ProcessPerms.Getattr, Process2Perms.NnpTransition)]
    private static class WithContainerPolicy;
}
