using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Administrators run gravity and the installer; both run in the system's role, as when init starts them.</summary>
public static class StartedByOperators
{
    /// <summary>A confined administrator.</summary>
    [Optional, RulesFor<Operators.Administrator>]
    [RunGravity]
    [ControlGravityServices]
    [ReadGravityState]
    public static class Administrator;

    /// <summary>The role of a confined administrator.</summary>
    [Optional, RulesFor<Operators.AdministratorRole>]
    [RoleAllow<SystemR>]
    [RoleTransition<Gravity.Exec, SystemR>]
    [RoleTransition<GravityInstaller.Exec, SystemR>]
    public static class AdministratorRole;

    /// <summary>A user whom the policy does not confine: gravity is confined all the same.</summary>
    [Optional, RulesFor<Operators.Unconfined>]
    [RunGravity]
    public static class Unconfined;

    /// <summary>The role of such a user.</summary>
    [Optional, RulesFor<Operators.UnconfinedRole>]
    [RoleAllow<SystemR>]
    [RoleTransition<Gravity.Exec, SystemR>]
    [RoleTransition<GravityInstaller.Exec, SystemR>]
    public static class UnconfinedRole;
}
