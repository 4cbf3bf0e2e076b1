using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Everything that a cluster keeps on a node, secrets included.</summary>
[TypeAttribute]
public interface IGravityState;
