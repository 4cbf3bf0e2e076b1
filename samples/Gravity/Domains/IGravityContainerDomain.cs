using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Every process inside planet.</summary>
[TypeAttribute]

// planet's root: data is written and never executed, programs are executed and never written.
[ManageTree<GravityContainerFile>]
[Allow<GravityContainerFile>(FilePerms.Map, ChrFilePerms.Rw)]
[ReadTree<GravityContainerLibrary>]
[Allow<GravityContainerLibrary>(FilePerms.MmapExec)]
[Allow<GravityContainer.Exec>(DirPerms.List, FilePerms.Exec, LnkFilePerms.ReadSet)]
[NeverAllow<IGravityExecutable>(FilePerms.Write | FilePerms.Append | FilePerms.Create | FilePerms.Unlink | FilePerms.Rename | FilePerms.Setattr)]
[NeverAllow<GravityContainerLibrary>(FilePerms.Write | FilePerms.Append | FilePerms.Create | FilePerms.Unlink | FilePerms.Rename)]
[NeverAllow<SELinux.Security>(SecurityPerms.LoadPolicy | SecurityPerms.Setenforce)]
[ReadGravityState]
[Allow<GravityUnitFile>(FilePerms.ReadSet, LnkFilePerms.ReadSet)]

// /run and other file systems in memory.
[ManageTree<GravityContainerVarRun>]
[Allow<Filesystems.Tmpfs>(DirPerms.Rw)]
[TypeTransition<Filesystems.Tmpfs, GravityContainerVarRun>(
    typeof(FilePerms), typeof(DirPerms), typeof(LnkFilePerms), typeof(SockFilePerms), typeof(FifoFilePerms))]

// planet's init: the sockets that it hands to its services, its journal, its bus.
[Allow<GravityContainerInit>(
    UnixDgramSocketPerms.Sendto | UnixDgramSocketPerms.Read | UnixDgramSocketPerms.Write | UnixDgramSocketPerms.Getattr,
    UnixStreamSocketPerms.Connectto | UnixStreamSocketPerms.Read | UnixStreamSocketPerms.Write | UnixStreamSocketPerms.Getattr
        | UnixStreamSocketPerms.Ioctl | UnixStreamSocketPerms.Accept | UnixStreamSocketPerms.Getopt)]
[Allow<GravityContainerRuntime>(FdPerms.Use, FifoFilePerms.RwInherited, ProcessPerms.Sigchld)]

// The cluster.
[Allow<IGravityPort>(TcpSocketPerms.NameConnect)]

// ps and top.
[Allow<IGravityContainerDomain>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet, ProcessPerms.Getattr)]

// The kernel's log: journald and the node problem detector read it, which takes the capability too; all of them write to it.
[Allow<Devices.KernelMessages>(ChrFilePerms.ReadSet | ChrFilePerms.WriteSet)]
[Allow<Kernel.Threads>(SystemPerms.SyslogRead)]
[Allow<Self>(Capability2Perms.Syslog)]

[Allow<Self>(CapabilityPerms.Chown | CapabilityPerms.Fowner | CapabilityPerms.Fsetid | CapabilityPerms.Kill | CapabilityPerms.Setuid
    | CapabilityPerms.Setgid | CapabilityPerms.Setpcap | CapabilityPerms.NetBindService | CapabilityPerms.SysChroot)]
[DontAudit<Self>(CapabilityPerms.NetAdmin)]
public interface IGravityContainerDomain : IGravityProcess
{
    /// <summary>Makes it one of the container policy's domains, and lets it talk to the runtime inside planet.</summary>
    [Optional]
    [MemberOf<Containers.IDomain>]
    [Allow<Containers.Runtime>(UnixStreamSocketPerms.Connectto, ProcessPerms.Sigchld, FdPerms.Use)]
    [Allow<Containers.Log>(DirPerms.List, FilePerms.ReadSet)]
    private static class WithContainerPolicy;
}
