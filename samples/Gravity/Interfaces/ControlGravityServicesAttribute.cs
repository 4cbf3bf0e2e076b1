using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject ask systemd to start, stop, enable and disable Gravity's units.</summary>
[PolicyInterface]
[Allow<GravityUnitFile>(
    DirPerms.List,
    FilePerms.ReadSet,
    LnkFilePerms.ReadSet,
    ServicePerms.Start | ServicePerms.Stop | ServicePerms.Status | ServicePerms.Reload | ServicePerms.Enable | ServicePerms.Disable)]
public sealed class ControlGravityServicesAttribute : PolicyInterfaceAttribute;
