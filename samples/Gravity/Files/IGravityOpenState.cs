using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The state without the secrets: what every service inside the cluster may read.</summary>
[TypeAttribute, Include<IGravityState>, Exclude<GravitySecrets>]
public interface IGravityOpenState;
