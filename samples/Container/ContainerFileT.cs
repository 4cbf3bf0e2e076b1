using TypedPolicy;

namespace ContainerTypes.Policy;

/// <summary>The files of containers, and volumes that they share.</summary>
[FileType]
[FileContextTree("/var/lib/containers/storage")]
[FileContextTree("/var/lib/kubelet/pods")]
public sealed class ContainerFileT : IMountPoint;
