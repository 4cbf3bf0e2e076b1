using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject manage Gravity's state on the node, secrets included.</summary>
[PolicyInterface]
[Allow<Files.VarLib>(DirPerms.SearchSet)]
[ManageTree<IGravityState>]
public sealed class ManageGravityStateAttribute : PolicyInterfaceAttribute;
