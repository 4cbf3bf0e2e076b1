using Gravitational.Policy;
using TypedPolicy;

namespace Contoso.Policy;

/// <summary>The port that the service answers on. As one of the cluster's ports it is open to Gravity's own checks.</summary>
[PortType]
[Port(Protocol.Tcp, 7780)]
public sealed class InventoryPort : IGravityPort;
