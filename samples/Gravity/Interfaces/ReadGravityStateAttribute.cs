using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject read Gravity's state on the node, without the secrets.</summary>
[PolicyInterface]
[Allow<Files.VarLib>(DirPerms.SearchSet)]
[ReadTree<IGravityOpenState>]
public sealed class ReadGravityStateAttribute : PolicyInterfaceAttribute;
