using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// planet's root file system: what is neither a program nor a library. Processes inside write it, so nothing that has
/// this label is ever executed.
/// </summary>
[FileType]
[FileContextPattern(Planet.Root + "(/.*)?")]
[NeverAllowFrom<IGravityProcess>(FilePerms.Execute | FilePerms.ExecuteNoTrans)]
public sealed class GravityContainerFile : Files.IMountPoint;
