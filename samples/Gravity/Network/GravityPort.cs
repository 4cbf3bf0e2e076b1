using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Ports of a running cluster: Gravity's own services, Teleport, the health agents.</summary>
[PortType]
[Alias("gravity_agent_port_t")]             // an earlier name
[Port(Protocol.Tcp, 3007, 3011)]            // Gravity's services
[Port(Protocol.Tcp, 3022, 3026)]            // Teleport: ssh, proxy, tunnel, auth
[Port(Protocol.Tcp, 3080)]                  // Teleport: web
[Port(Protocol.Tcp, 7575)]                  // planet agent
[Port(Protocol.Tcp, 7580)]                  // planet agent: metrics
[Port(Protocol.Tcp, 32009)]                 // the cluster's control panel
public sealed class GravityPort : IGravityPort;
