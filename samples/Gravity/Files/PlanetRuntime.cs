using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// planet's socket and directory in /run, labelled as every container runtime's. They are written under /var/run: that is
/// how el9 spells its labels, and a label for /run would never match there. Debian's spelling is made from this one.
/// </summary>
[FileContext<Containers.VarRun>("/var/run/planet.sock", FileKind.Socket)]
[FileContextTree<Containers.VarRun>("/var/run/planet")]
public static class PlanetRuntime;
