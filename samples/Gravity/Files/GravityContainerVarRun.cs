using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>/run inside planet: sockets and process ids of its init and services, on a tmpfs that init mounts.</summary>
[FileType]
[FileContextPattern(Planet.Root + "/run(/.*)?")]
[Allow<Filesystems.Tmpfs>(FilesystemPerms.Associate)]
public sealed class GravityContainerVarRun : Files.IRuntime, Files.IMountPoint;
