using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The cluster's log storage (logrange): it collects the logs of all containers on a volume of its own.</summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityContainerLogger.Exec>(Planet.Root + "/usr/bin/logrange", FileKind.File)]
[FileContextTree<GravityContainerLogger.Storage>("/var/lib/gravity/logrange")]
[ReadGravityState]
public sealed class GravityContainerLogger : GravityWorkloadTemplate<GravityContainerLogger>
{
    /// <summary>The logs that it collects.</summary>
    [Optional, Allow<Containers.Log>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
    private static class WithContainerPolicy;
}
