using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Ports that are open while a cluster is installed, extended or upgraded, and closed afterwards.</summary>
[PortType]
[Alias("gravity_installer_port_t")]         // an earlier name
[Port(Protocol.Tcp, 3012)]                  // agent of an operation
[Port(Protocol.Tcp, 4242)]                  // bandwidth test
[Port(Protocol.Tcp, 61009, 61010)]          // packages, health
[Port(Protocol.Tcp, 61022, 61025)]          // ssh, proxy, tunnel, auth
[Port(Protocol.Tcp, 61080)]                 // web
public sealed class GravityInstallPort : IGravityPort;
