using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>planet on the host: it makes the namespaces and mounts of the container and starts the init in it.</summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityContainerRuntime.Exec>(Planet.Root + "/usr/bin/planet", FileKind.File)]
[DomainTransition<GravityContainerInit>(NoNewPrivileges = true)]
[Allow<GravityContainerInit.Exec>(LnkFilePerms.ReadSet)]         // /bin/systemd is a link
[Allow<GravityContainerRuntime.Exec>(FilePerms.Exec)]
[Allow<IGravityContainerDomain>(ProcessPerms.SignalSet | ProcessPerms.Getattr, DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet, FdPerms.Use)]
[Allow<GravityContainerInit>(UnixStreamSocketPerms.Connectto, UnixDgramSocketPerms.Sendto, SystemPerms.Status | SystemPerms.Halt)]
[TalkOverBus<GravityContainerInit>]

// Its socket and directory in /run, with the label of every container runtime's. They are written under /var/run: that is
// how el9 spells its labels, and a label for /run would never match there. Debian's spelling is made from this one.
[FileContext<Containers.VarRun>("/var/run/planet.sock", FileKind.Socket)]
[FileContextTree<Containers.VarRun>("/var/run/planet")]
[ManageTree<Containers.VarRun>]
[Allow<Files.VarRun>(DirPerms.Rw)]
[TypeTransition<Files.VarRun, Containers.VarRun>(typeof(SockFilePerms), Name = "planet.sock")]
[TypeTransition<Files.VarRun, Containers.VarRun>(typeof(DirPerms), Name = "planet")]

// The container's root: devices, mount points, files that depend on the node.
[ManageTree<GravityContainerFile>]
[Allow<GravityContainerFile>(
    DirPerms.Mounton,
    FilePerms.Mounton,
    ChrFilePerms.Manage,
    BlkFilePerms.Create | BlkFilePerms.Getattr | BlkFilePerms.Setattr | BlkFilePerms.Unlink)]
[ReadTree<GravityContainerLibrary>]
[ReadTree<IGravityOpenState>]
[Allow<IGravityState>(DirPerms.SearchSet | DirPerms.Mounton, FilePerms.Getattr | FilePerms.Mounton)]
[Allow<Containers.File>(DirPerms.SearchSet | DirPerms.Mounton)]
[ManageTree<GravityContainerVarRun>]
[Allow<GravityContainerVarRun>(DirPerms.Mounton)]
[Allow<Filesystems.Disk>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount)]
[Allow<Filesystems.Tmpfs>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount, DirPerms.Rw | DirPerms.Create | DirPerms.Mounton)]
[Allow<Kernel.Proc>(FilesystemPerms.Mount | FilesystemPerms.Unmount, DirPerms.Mounton, FilePerms.Mounton)]
[Allow<Kernel.Sysfs>(FilesystemPerms.Mount | FilesystemPerms.Unmount, DirPerms.Mounton)]
[Allow<Filesystems.ControlGroups>(FilesystemPerms.Mount | FilesystemPerms.Unmount, DirPerms.Manage | DirPerms.Mounton, FilePerms.Rw)]

// The agent that watches the node: it listens for its peers, and asks each service.
[Allow<GravityPort>(TcpSocketPerms.NameBind)]
[Allow<IGravityPort>(TcpSocketPerms.NameConnect)]
[Allow<Systemd.Init>(SystemPerms.Status | SystemPerms.Start | SystemPerms.Stop)]
[StreamConnect<SystemBus.Runtime, SystemBus.Daemon>]
[TalkOverBus<SystemBus.Daemon>]
[TalkOverBus<Systemd.Init>]
[Allow<Self>(
    CapabilityPerms.SysAdmin | CapabilityPerms.SysChroot | CapabilityPerms.SysResource | CapabilityPerms.Chown | CapabilityPerms.Fowner
        | CapabilityPerms.Fsetid | CapabilityPerms.Setuid | CapabilityPerms.Setgid | CapabilityPerms.Setpcap | CapabilityPerms.Mknod
        | CapabilityPerms.Kill | CapabilityPerms.NetAdmin,
    ProcessPerms.Setexec | ProcessPerms.Setfscreate | ProcessPerms.Setkeycreate)]
[NeverAllow<Self>(CapabilityPerms.DacOverride | CapabilityPerms.SysModule)]
[DontAudit<GravityContainerInit>(ProcessPerms.Noatsecure | ProcessPerms.Rlimitinh | ProcessPerms.Siginh)]
[Justified("TP5003", "Namespaces and mounts are made with sys_admin; nothing else in Gravity on the host has it.")]
public sealed class GravityContainerRuntime : IGravityProcess, Systemd.IDaemon
{
    /// <summary>The planet binary.</summary>
    [Entrypoint]
    public sealed class Exec : IGravityExecutable;
}
