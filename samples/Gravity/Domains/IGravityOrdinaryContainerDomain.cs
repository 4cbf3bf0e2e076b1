using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Processes inside planet that have no business with the cluster's secrets: all but Kubernetes and the services under it, and every workload.</summary>
[TypeAttribute]
[Include<IGravityContainerDomain>, Include<IGravityWorkload>]
[Exclude<GravityKubernetes>, Exclude<GravityService>]
public interface IGravityOrdinaryContainerDomain;
