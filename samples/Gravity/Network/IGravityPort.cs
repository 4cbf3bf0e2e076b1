using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Every port of a cluster: Gravity connects to them on the host and inside planet; a workload says which it needs.</summary>
[TypeAttribute("gravity_port_type")]
public interface IGravityPort;
