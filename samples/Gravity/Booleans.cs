using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets gravity connect to every TCP port, for clusters behind proxies and registries on ports of their own.</summary>
[PolicyBoolean]
public sealed class GravityConnectAny;

/// <summary>Lets the Kubernetes services mount NFS volumes and use what is on them.</summary>
[PolicyBoolean]
public sealed class GravityKubernetesUseNfs;

/// <summary>Lets gravity trace its own processes. Decided when the policy is built: never part of a release.</summary>
[Tunable]
public sealed class GravityDebug;
