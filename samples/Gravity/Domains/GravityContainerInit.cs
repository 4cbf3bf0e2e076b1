using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// systemd as planet's init. It starts everything else in there, and the label of what it starts decides the domain: the
/// six transitions. systemd drops privileges before it executes, so each of them must also hold with no_new_privs.
/// </summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/usr/bin/dbus-.*", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/bin/systemd-.*", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/usr/bin/systemd-.*", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/bin/systemd", FileKind.SymbolicLink)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/bin/udevadm", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/usr/sbin/rpcbind", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/lib/systemd/systemd[^/]*", FileKind.File)]
[FileContextPattern<GravityContainerInit.Exec>(Planet.Root + "/lib/systemd/system-generators/.*", FileKind.File)]

[DomainTransition<GravityKubernetes>(NoNewPrivileges = true)]                               // 1. kubelet, API server, …
[DomainTransition<GravityService>(NoNewPrivileges = true)]                                  // 2. etcd, serf, coredns, …
[DomainTransition<Gravity>(NoNewPrivileges = true)]                                         // 3. gravity, for the cluster's own tasks
[DomainTransition<GravityContainerSystemctl>(NoNewPrivileges = true)]                       // 4. systemctl, journalctl
[DomainTransition<GravityContainer.Exec, GravityContainer>(NoNewPrivileges = true)]         // 5. all other programs of planet
[DomainTransition<Containers.File, GravityContainer>(NoNewPrivileges = true)]               // 6. programs on volumes and images,
[Allow<Containers.File>(DirPerms.SearchSet)]                                                //    which lie in directories of the same type
[Allow<IGravityExecutable>(LnkFilePerms.ReadSet)]                                           //    and whatever stands under a second name

// Its services: signals, sockets that it opens for them, messages.
[Allow<IGravityContainerDomain>(
    ProcessPerms.SignalSet | ProcessPerms.Getattr | ProcessPerms.Setsched | ProcessPerms.Rlimitinh,
    UnixDgramSocketPerms.CreateSet | UnixDgramSocketPerms.Sendto,
    UnixStreamSocketPerms.CreateStream | UnixStreamSocketPerms.Connectto,
    KeyPerms.Create | KeyPerms.Setattr | KeyPerms.View)]
[TalkOverBus<IGravityContainerDomain>]
[Allow<Self>(DbusPerms.AcquireSvc, SystemPerms.Status)]
[Allow<GravityUnitFile>(DirPerms.List, ServicePerms.Start | ServicePerms.Stop | ServicePerms.Status | ServicePerms.Reload)]

// Journals and the services' own directories.
[ManageTree<GravityContainerHome>]
[Allow<GravityContainerHome>(FilePerms.Map, DirPerms.Mounton)]

// Control groups, mounts, kernel parameters.
[Allow<Filesystems.ControlGroups>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount, DirPerms.Manage, FilePerms.Rw)]
[Allow<Filesystems.Tmpfs>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount, DirPerms.Manage | DirPerms.Mounton)]
[Allow<GravityContainerVarRun>(DirPerms.Mounton, FilePerms.Mounton | FilePerms.Map)]
[Allow<GravityContainerFile>(DirPerms.Mounton)]
[Allow<Kernel.Proc>(FilesystemPerms.Unmount)]
[Allow<Kernel.SysctlFilesystems>(FilePerms.Rw)]
[Allow<Kernel.SysctlKernel>(FilePerms.Rw)]
[Allow<Kernel.Threads>(SystemPerms.ModuleRequest)]
[Allow<Self>(
    CapabilityPerms.SysAdmin | CapabilityPerms.SysResource | CapabilityPerms.DacReadSearch | CapabilityPerms.Mknod | CapabilityPerms.AuditWrite,
    ProcessPerms.Setexec | ProcessPerms.Setfscreate | ProcessPerms.Setsockcreate | ProcessPerms.Setkeycreate,
    NetlinkKobjectUeventSocketPerms.CreateSet,
    NetlinkRouteSocketPerms.NlmsgWrite)]

// systemd inside planet puts no labels on files: they have them since the package was unpacked.
[DontAudit<GravityContainerFile>(DirPerms.Relabel, FilePerms.Relabel)]
[DontAudit<GravityContainerHome>(DirPerms.Relabel, FilePerms.Relabel)]
[Justified("TP5003", "An init mounts file systems and makes control groups.")]
public sealed class GravityContainerInit : GravityContainerDomainTemplate<GravityContainerInit>;
