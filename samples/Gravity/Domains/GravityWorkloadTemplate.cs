using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// An application on the cluster with a domain and a persistent volume of its own. A pod asks for the domain by the type in
/// its <c>seLinuxOptions</c>; its programs on the node are an entry too, for those who have a transition to it.
/// </summary>
/// <typeparam name="TSelf">The application's domain.</typeparam>
[Template]
[Entrypoint<Containers.File>]                                               // the program in the pod's image
[Allow<GravityWorkloadTemplate<Self>.Exec>(FilePerms.Exec)]
[UseVolumes<GravityWorkloadTemplate<Self>.Storage>]
public abstract class GravityWorkloadTemplate<TSelf> : IGravityWorkload
{
    /// <summary>The application's programs that lie on the node.</summary>
    [Entrypoint]
    public sealed class Exec;

    /// <summary>
    /// The application's persistent volume. The kubelet mounts it; other containers never see it: with
    /// <c>container_file_t</c>, the label of ordinary volumes, all of them would.
    /// </summary>
    [FileType]
    [AllowFrom<GravityKubernetes>(DirPerms.List | DirPerms.Mounton, FilePerms.Getattr)]
    [NeverAllowFrom<Containers.Process>(DirPerms.Read | DirPerms.Write, FilePerms.Read | FilePerms.Write | FilePerms.Append)]
    public sealed class Storage : Files.IMountPoint;
}
