using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The kubelet's directory. Pods see some of what is in it, and that part is labelled for containers. The volumes of
/// running pods have labels of one container each: relabelling the system must leave them alone.
/// </summary>
[FileType]
[FileContextTree(Planet.State + "/kubelet")]
[FileContextTree<Containers.File>(Planet.State + "/kubelet/device-plugins")]
[FileContextTree<Containers.File>(Planet.State + "/kubelet/plugins")]
[FileContextTree<Containers.File>(Planet.State + "/kubelet/plugins_registry")]
[FileContextTree<Containers.File>(Planet.State + "/kubelet/pod-resources")]
[FileContextTree<Containers.File>(Planet.State + "/kubelet/pods")]
[FileContextNone(Planet.State + "/kubelet/pods/[^/]+/volumes(/.*)?", Form = PathForm.Pattern)]
public sealed class GravityKubeletHome : IGravityState, Files.IMountPoint;
