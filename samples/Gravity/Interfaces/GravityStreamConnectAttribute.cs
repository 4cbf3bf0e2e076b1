using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject connect to planet's socket, as <c>gravity planet</c> does.</summary>
[PolicyInterface]
[StreamConnect<Containers.VarRun, GravityContainerRuntime>]
public sealed class GravityStreamConnectAttribute : PolicyInterfaceAttribute;
