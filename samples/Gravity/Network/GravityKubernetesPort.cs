using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Ports of Kubernetes and of the services that it stands on.</summary>
[PortType]
[Port(Protocol.Tcp, 2379, 2380)]            // etcd: clients, peers
[Port(Protocol.Tcp, 6443)]                  // API server
[Port(Protocol.Tcp, 7373)]                  // serf: commands
[Port(Protocol.Tcp, 7496)]                  // serf: peers
[Port(Protocol.Tcp, 9093)]                  // alert manager
[Port(Protocol.Tcp, 10248, 10255)]          // kubelet, proxy, scheduler, controller manager
[Justified("TP6002", "Enterprise Linux 9 has a type of its own for 10250, the kubelet's; the others of the range are Gravity's.")]
public sealed class GravityKubernetesPort : IGravityPort;
