using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The shared libraries in planet's root file system.</summary>
[FileType("gravity_container_lib_t")]
[FileContextPattern(Planet.Root + "/lib(64)?(/.*)?")]
[FileContextPattern(Planet.Root + "/usr/lib(64)?(/.*)?")]
public sealed class GravityContainerLibrary;
