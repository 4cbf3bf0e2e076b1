using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Every operational aspect of the gravity binary on a host: the maintenance domain and the installer share this.</summary>
[TypeAttribute]
[ManageGravityState]
[ManageTree<GravityContainerLogger.Storage>]
[ControlGravityServices]

// planet on this node: its socket, and how its services are.
[GravityStreamConnect]
[Allow<Containers.VarRun>(DirPerms.List, FilePerms.ReadSet)]
[Allow<IGravityProcess>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet, ProcessPerms.Getattr | ProcessPerms.Signal | ProcessPerms.Signull)]
[ReadTree<GravityContainerFile>]
[ReadTree<GravityContainerLibrary>]
[Allow<IGravityExecutable>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]

// Its own sockets in /run, and its logs.
[ManageTree<GravityVarRun>]
[CreateNamed<Files.VarRun, GravityVarRun>("gravity", typeof(DirPerms))]
[TypeTransition<GravityHome, GravityVarRun>(typeof(SockFilePerms), Name = "installer.sock")]
[Allow<Files.VarLog>(DirPerms.Rw)]
[Allow<GravityLog>(FilePerms.CreateSet | FilePerms.AppendSet | FilePerms.Read | FilePerms.Setattr)]
[TypeTransition<Files.VarLog, GravityLog>(typeof(FilePerms), Name = "gravity-install.log")]
[TypeTransition<Files.VarLog, GravityLog>(typeof(FilePerms), Name = "gravity-system.log")]

// State directories that are made where another type's directory is.
[CreateNamed<Files.VarLib, GravityHome>("gravity", typeof(DirPerms))]
[TypeTransition<GravityHome, GravitySecrets>(typeof(DirPerms), Name = "secrets")]
[TypeTransition<GravityHome, GravityContainerHome>(typeof(DirPerms), Name = "planet")]
[TypeTransition<GravityContainerHome, GravityKubeletHome>(typeof(DirPerms), Name = "kubelet")]

// The state directory belongs to the service user, and gravity is run as root.
[Allow<Self>(
    CapabilityPerms.Chown | CapabilityPerms.Fowner | CapabilityPerms.Fsetid | CapabilityPerms.Kill | CapabilityPerms.Setuid
        | CapabilityPerms.Setgid | CapabilityPerms.SysResource | CapabilityPerms.DacReadSearch,
    ProcessPerms.Setexec | ProcessPerms.Setfscreate)]
[DontAudit<Self>(CapabilityPerms.NetAdmin)]

// The messages of the kernel: to open /proc/kmsg takes the capability and a right over the kernel's log, beside that to the file (KernelMessages.cs).
[Allow<Self>(Capability2Perms.Syslog)]
[Allow<Kernel.Threads>(SystemPerms.SyslogMod)]

// Ordinary programs.
[Allow<Files.Bin>(DirPerms.List, FilePerms.Exec, LnkFilePerms.ReadSet)]
[Allow<Files.Shell>(FilePerms.Exec)]

// systemd and the bus.
[Allow<Systemd.Init>(SystemPerms.Status | SystemPerms.Start | SystemPerms.Stop | SystemPerms.Reload | SystemPerms.Enable | SystemPerms.Disable)]
[StreamConnect<Systemd.Runtime, Systemd.Init>]
[TalkOverBus<Systemd.Init>]
[StreamConnect<SystemBus.Runtime, SystemBus.Daemon>]
[TalkOverBus<SystemBus.Daemon>]

// Whether SELinux is enforcing, and which labels files should have.
[Allow<SELinux.Security>(DirPerms.List, FilePerms.ReadSet)]
[Allow<SELinux.Configuration>(DirPerms.List, FilePerms.ReadSet)]
[Allow<SELinux.FileContexts>(DirPerms.List, FilePerms.ReadSet | FilePerms.Map)]
[Allow<SELinux.DefaultContexts>(DirPerms.List, FilePerms.ReadSet)]

// Kernel modules, which it checks before an operation; the cluster, its registry, and the cloud's metadata.
[ReadTree<Files.KernelModules>]
[Allow<Kernel.Threads>(SystemPerms.ModuleRequest)]
[Allow<IGravityPort>(TcpSocketPerms.NameConnect)]
[Allow<Network.HttpPort>(TcpSocketPerms.NameConnect)]
[Allow<Network.RegistryPort>(TcpSocketPerms.NameConnect | TcpSocketPerms.NameBind)]
[Allow<Network.LegacyEtcdPeerPort>(TcpSocketPerms.NameConnect)]
public partial interface IGravityDomain : IGravityProcess, Systemd.IDaemon
{
    /// <summary>A program that cannot be stopped and looked at is hard to debug.</summary>
    [If<GravityDebug>]
    [Allow<IGravityProcess>(ProcessPerms.Ptrace)]
    [Justified("TP5003", "Only in a policy that is built for debugging.")]
    private static class WhenDebugging;

    /// <summary>systemctl has a type of its own there.</summary>
    [Optional, Allow<Systemd.Systemctl>(FilePerms.Exec)]
    private static class OnEnterpriseLinux;
}
