using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>systemctl and journalctl inside planet: they ask its init, and show its journal.</summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityContainerSystemctl.Exec>(Planet.Root + "/bin/(systemctl|journalctl)", FileKind.File)]
[FileContextPattern<GravityContainerSystemctl.Exec>(Planet.Root + "/usr/bin/(systemctl|journalctl)", FileKind.File)]
[Allow<GravityContainerInit>(
    SystemPerms.Status | SystemPerms.Start | SystemPerms.Stop | SystemPerms.Reload | SystemPerms.Enable | SystemPerms.Disable
        | SystemPerms.Halt | SystemPerms.Reboot)]
[ControlGravityServices]
[Allow<GravityContainerHome>(FilePerms.Map)]
[DomainTransition<GravityContainerInit>]                                    // systemd-tty-ask-password-agent and its kin
public sealed class GravityContainerSystemctl : GravityContainerDomainTemplate<GravityContainerSystemctl>;
