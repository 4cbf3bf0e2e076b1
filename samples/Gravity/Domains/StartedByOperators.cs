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

    /// <summary>The user of a confined administrator. The base policy gives it an administrator's roles alone, and a process is in no role that its user lacks.</summary>
    [Optional, RulesFor<Operators.AdministratorRole>, RawCil("(userrole sysadm_u system_r)")]
    public static class AdministratorUser;

    /// <summary>The same for a user who becomes an administrator.</summary>
    [Optional, RulesFor<Operators.AdministratorRole>, RawCil("(userrole staff_u system_r)")]
    public static class StaffUser;

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
