using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Guest;

/// <summary>A whole context for the processes of a domain.</summary>
internal static class DomainContext
{
    /// <summary>The first context that the policy allows: of <c>system_u</c> and <c>system_r</c> before others; null if it allows none.</summary>
    public static string? Find(KernelPolicy policy, string type, string? user = null, string? role = null, string level = "s0")
    {
        string[] users = user is not null ? [user] : ["system_u", .. policy.Users];
        string[] roles = role is not null ? [role] : ["system_r", .. policy.Roles.Where(r => r != "object_r")];
        return users.SelectMany(u => roles.Select(r => $"{u}:{r}:{type}:{level}")).FirstOrDefault(policy.IsValidContext);
    }
}
