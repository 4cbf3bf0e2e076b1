using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// What Gravity adds where the container policy is installed: the state of the image registry and of the runtime inside
/// planet has that policy's labels, and planet's init starts the runtime in its domain. Where the policy is missing,
/// all of this is left out.
/// </summary>
[Optional, RulesFor<GravityContainerInit>]
[DomainTransition<Containers.RuntimeExecutable, Containers.Runtime>(NoNewPrivileges = true)]
[FileContextTree<Containers.VarLib>(Planet.State + "/registry")]
[FileContextTree<Containers.VarLib>(Planet.State + "/docker")]
[FileContextTree<Containers.Share>(Planet.State + "/docker/overlay2")]
[FileContextPattern<Containers.Log>(Planet.State + @"/docker/containers/[^/]+/[^/]+\.log", FileKind.File)]
[FileContextPattern<Containers.RuntimeExecutable>(Planet.Root + "/usr/bin/(containerd|docker).*", FileKind.File)]
[FileContextPattern<Containers.RuntimeExecutable>(Planet.Root + "/usr/bin/(registry|runc)", FileKind.File)]
public static class ContainerPolicy;
