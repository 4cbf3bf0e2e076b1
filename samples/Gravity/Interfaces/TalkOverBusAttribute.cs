using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject and a peer send each other D-Bus messages.</summary>
/// <typeparam name="TPeer">The peer's domain.</typeparam>
[PolicyInterface]
[Allow<Arg1>(DbusPerms.SendMsg)]
[AllowFrom<Arg1>(DbusPerms.SendMsg)]
public sealed class TalkOverBusAttribute<TPeer> : PolicyInterfaceAttribute;
