using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject create, change and remove directories of a type and everything in them but devices.</summary>
/// <typeparam name="TContent">The type of the directories and files.</typeparam>
[PolicyInterface]
[Allow<Arg1>(DirPerms.Manage, FilePerms.Manage, LnkFilePerms.Manage, SockFilePerms.Manage, FifoFilePerms.Manage)]
public sealed class ManageTreeAttribute<TContent> : PolicyInterfaceAttribute;
