using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject run gravity and the installer, each in its own domain.</summary>
[PolicyInterface]
[Allow<Files.Bin>(DirPerms.SearchSet)]
[DomainTransition<Gravity>]
[DomainTransition<GravityInstaller>]
[Allow<IGravityDomain>(ProcessPerms.SignalSet | ProcessPerms.Getattr, DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
public sealed class RunGravityAttribute : PolicyInterfaceAttribute;
