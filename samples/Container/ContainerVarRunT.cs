using TypedPolicy;

namespace ContainerTypes.Policy;

/// <summary>Sockets and files of container runtimes in /run.</summary>
[FileType]
[FileContextTree("/run/containerd")]
[FileContextTree("/run/containers")]
public sealed class ContainerVarRunT : IRuntimeFile;
