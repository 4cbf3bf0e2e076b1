using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The cluster's keys and certificates. Kubernetes and etcd read them; no ordinary container ever does, whatever
/// another policy may say.
/// </summary>
[FileType]
[FileContextTree("/var/lib/gravity/secrets")]
[AllowFrom<GravityKubernetes>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[AllowFrom<GravityService>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[NeverAllowFrom<IGravityOrdinaryContainerDomain>(
    DirPerms.Read | DirPerms.Write,
    FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Create | FilePerms.Unlink | FilePerms.Map)]
[NeverAllowFrom<Containers.Process>(
    DirPerms.Read | DirPerms.Write,
    FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Create | FilePerms.Unlink | FilePerms.Map)]
public sealed class GravitySecrets : IGravityState, Files.IMountPoint;
