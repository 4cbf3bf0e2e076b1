using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The people who install and look after a cluster.</summary>
public static class Operators
{
    /// <summary>The domain of an administrator's shell.</summary>
    [External("sysadm_t")]
    public sealed class Administrator;

    /// <summary>The role of an administrator.</summary>
    [External("sysadm_r"), Role]
    public sealed class AdministratorRole;

    /// <summary>The domain of a shell that the policy does not confine.</summary>
    [External("unconfined_t")]
    public sealed class Unconfined;

    /// <summary>The role of users whom the policy does not confine.</summary>
    [External("unconfined_r"), Role]
    public sealed class UnconfinedRole;
}
