using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject list directories of a type and read the files and links in them.</summary>
/// <typeparam name="TContent">The type of the directories and files.</typeparam>
[PolicyInterface]
[Allow<Arg1>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
public sealed class ReadTreeAttribute<TContent> : PolicyInterfaceAttribute;
