namespace Gravitational.Policy;

// The base policy keeps the kernel's messages from all but the members of an attribute, which the interface makes its caller one of: so it stands on
// each domain, and not on IGravityDomain (TP1008).
[TypedPolicy.Base.Kernel.ReadMessages]
public sealed partial class Gravity;

[TypedPolicy.Base.Kernel.ReadMessages]
public sealed partial class GravityInstaller;
