using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Kubernetes: the kubelet, the API server, the controller manager, the scheduler, the proxy.</summary>
[Domain, Role<SystemR>]
[FileContext<GravityKubernetes.Exec>("/usr/bin/kubectl", FileKind.SymbolicLink)]
[FileContext<GravityKubernetes.Exec>("/usr/bin/helm", FileKind.SymbolicLink)]
[FileContextPattern<GravityKubernetes.Exec>(Planet.Root + "/usr/bin/kube.*", FileKind.File)]
[FileContextPattern<GravityKubernetes.Exec>(Planet.Root + "/usr/bin/node-problem-detector", FileKind.File)]
[FileContextPattern<GravityKubernetes.Exec>(Planet.Root + "/usr/local/bin/kubectl", FileKind.File)]

// The network: the API server and the kubelet listen; the proxy sets addresses, routes and packet filters.
[Allow<GravityKubernetesPort>(TcpSocketPerms.NameBind)]
[Allow<Network.RegistryPort>(TcpSocketPerms.NameConnect)]
[Allow<Self>(
    RawipSocketPerms.CreateSet,
    NetlinkRouteSocketPerms.NlmsgWrite,
    NetlinkNetfilterSocketPerms.CreateSet,
    NetlinkGenericSocketPerms.CreateSet)]
[Allow<Kernel.SysctlNet>(FilePerms.Rw)]

// The kubelet: its directory, the volumes and plugins that pods share with it.
[ManageTree<GravityKubeletHome>]
[Allow<GravityKubeletHome>(DirPerms.Mounton | DirPerms.Relabelfrom, FilePerms.Map)]
[ManageTree<Containers.File>]
[Allow<Containers.File>(DirPerms.Mounton | DirPerms.Relabel, FilePerms.Relabel)]
[TypeTransition<GravityKubeletHome, Containers.File>(typeof(DirPerms), Name = "device-plugins")]
[TypeTransition<GravityKubeletHome, Containers.File>(typeof(DirPerms), Name = "plugins")]
[TypeTransition<GravityKubeletHome, Containers.File>(typeof(DirPerms), Name = "plugins_registry")]
[TypeTransition<GravityKubeletHome, Containers.File>(typeof(DirPerms), Name = "pod-resources")]
[TypeTransition<GravityKubeletHome, Containers.File>(typeof(DirPerms), Name = "pods")]
[Allow<Filesystems.Tmpfs>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount | FilesystemPerms.Relabelfrom, DirPerms.Mounton)]
[Allow<Filesystems.ControlGroups>(DirPerms.Manage, FilePerms.Rw)]
[Allow<Kernel.SysctlOvercommit>(FilePerms.Rw)]
[Allow<Kernel.SysctlKernel>(FilePerms.Rw)]
[Allow<Kernel.Threads>(SystemPerms.ModuleRequest)]

// Scopes for pods are units of planet's init; the API server keeps its audit log with the services' state.
[ControlGravityServices]
[Allow<GravityContainerInit>(SystemPerms.Status | SystemPerms.Start | SystemPerms.Stop)]
[Allow<GravityContainerHome>(DirPerms.Rw, FilePerms.CreateSet | FilePerms.AppendSet)]
[Allow<GravityContainerInit.Exec>(FilePerms.Exec)]                          // systemd-run
[Allow<Containers.Process>(ProcessPerms.SignalSet | ProcessPerms.Getattr, DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[Allow<IGravityContainerDomain>(ProcessPerms.Sigkill | ProcessPerms.Signal | ProcessPerms.Signull)]
[Allow<IGravityWorkload>(ProcessPerms.SignalSet | ProcessPerms.Getattr, DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[Allow<Self>(CapabilityPerms.SysAdmin | CapabilityPerms.SysResource | CapabilityPerms.NetAdmin | CapabilityPerms.NetRaw | CapabilityPerms.DacReadSearch)]
[Justified("TP5003", "The kubelet mounts the volumes of pods.")]
public sealed class GravityKubernetes : GravityContainerDomainTemplate<GravityKubernetes>
{
    /// <summary>Volumes on NFS.</summary>
    [If<GravityKubernetesUseNfs>]
    [ManageTree<Filesystems.Nfs>]
    [Allow<Filesystems.Nfs>(FilesystemPerms.Mount | FilesystemPerms.Remount | FilesystemPerms.Unmount | FilesystemPerms.Getattr, DirPerms.Mounton)]
    private static class WhenUsingNfs;

    /// <summary>The runtime that it starts containers with.</summary>
    [Optional]
    [Allow<Containers.Runtime>(ProcessPerms.Sigkill | ProcessPerms.Signull, DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
    [Allow<Containers.VarLib>(DirPerms.List, FilePerms.Rw, LnkFilePerms.ReadSet)]
    [Allow<Containers.Share>(DirPerms.List, FilePerms.Rw, LnkFilePerms.ReadSet)]
    private static class WithContainerPolicy;
}
