using TypedPolicy;

namespace Greetings.Policy;

/// <summary>systemd starts it, by a unit with NoNewPrivileges=yes.</summary>
[RulesFor<Base.Init>, DomainTransition<Greeter>(NoNewPrivileges = true)]
public static class StartedBySystemd;
