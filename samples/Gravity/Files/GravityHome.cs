using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Gravity's state on a node: packages, the site database, configuration.</summary>
[FileType]
[FileContextTree("/var/lib/gravity")]
[FileContextTree("/usr/local/share/gravity")]           // state of an operation: install, join, upgrade
[FileContextTree("HOME_DIR/.gravity")]                  // the same, of an installer that runs from a home directory
public sealed class GravityHome : IGravityState, Files.IMountPoint;
