using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The overlay network between the nodes.</summary>
[PortType]
[Port(Protocol.Udp, 8472)]
public sealed class GravityVxlanPort : IGravityPort;
