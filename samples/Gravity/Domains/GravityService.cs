using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The services that Kubernetes stands on: etcd, serf, coredns, flannel.</summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityService.Exec>(Planet.Root + "/usr/bin/coredns", FileKind.File)]
[FileContextPattern<GravityService.Exec>(Planet.Root + "/usr/bin/etcd.*", FileKind.File)]
[FileContextPattern<GravityService.Exec>(Planet.Root + "/usr/bin/etcdctl-cmd", FileKind.SymbolicLink)]
[FileContextPattern<GravityService.Exec>(Planet.Root + "/usr/bin/flanneld?", FileKind.File)]
[FileContextPattern<GravityService.Exec>(Planet.Root + "/usr/bin/serf", FileKind.File)]

// They listen to each other and to the cluster; coredns answers names.
[Allow<GravityKubernetesPort>(TcpSocketPerms.NameBind)]
[Allow<GravityPort>(TcpSocketPerms.NameBind)]
[Allow<GravityVxlanPort>(UdpSocketPerms.NameBind)]
[Allow<Network.DnsPort>(TcpSocketPerms.NameBind, UdpSocketPerms.NameBind)]
[Allow<Network.LegacyEtcdPeerPort>(TcpSocketPerms.NameConnect)]

// What they keep: etcd maps its database.
[ManageTree<GravityContainerHome>]
[Allow<GravityContainerHome>(FilePerms.Map)]

// flannel makes the overlay: over vxlan by netlink, over udp with a tun device, on which it needs few commands.
[Allow<Self>(
    CapabilityPerms.NetAdmin | CapabilityPerms.NetRaw,
    NetlinkRouteSocketPerms.NlmsgWrite,
    TunSocketPerms.CreateSet)]
[Allow<Devices.TunTap>(ChrFilePerms.Rw)]
[AllowIoctl<Devices.TunTap, ChrFilePerms>("0x54ca-0x54cd, 0x54d2")]         // TUNSETIFF … TUNSETLINK, TUNGETIFF
[Allow<Kernel.SysctlNet>(FilePerms.Rw)]
[Allow<Kernel.Threads>(SystemPerms.ModuleRequest)]
public sealed class GravityService : GravityContainerDomainTemplate<GravityService>;
