using TypedPolicy;

namespace Gravitational.Policy;

// The base policy keeps the kernel's messages from all but the members of an attribute.
[Allow<Kernel.ProcMessages>(FilePerms.ReadSet)]
public sealed partial class Gravity : Kernel.ICanReceiveMessages;

[Allow<Kernel.ProcMessages>(FilePerms.ReadSet)]
public sealed partial class GravityInstaller : Kernel.ICanReceiveMessages;
