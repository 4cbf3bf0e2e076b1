using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The host's init starts Gravity's services, each in its domain. They begin with all categories, so that they and what
/// they start can reach the files of every container on the node.
/// </summary>
[RulesFor<Systemd.Init>]
[DomainTransition<Gravity>(NoNewPrivileges = true)]
[DomainTransition<GravityInstaller>(NoNewPrivileges = true)]
[DomainTransition<GravityContainerRuntime>(NoNewPrivileges = true)]
[RangeTransition<Gravity.Exec>("s0-s0:c0.c1023")]
[RangeTransition<GravityContainerRuntime.Exec>("s0-s0:c0.c1023")]
[ControlGravityServices]
public static class StartedByInit;
