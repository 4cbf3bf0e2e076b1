using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>What planet's services keep: the data of etcd, journals, the log of the API server.</summary>
[FileType]
[FileContextTree(Planet.State)]
public sealed class GravityContainerHome : IGravityState, Files.IMountPoint;
