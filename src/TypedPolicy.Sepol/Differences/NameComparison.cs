using System.Collections.Immutable;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Names, and what belongs to what.</summary>
internal static class NameComparison
{
    public static ImmutableArray<NameChange> Names(KernelPolicy before, KernelPolicy after)
    {
        return
        [
            .. Of("type", p => p.Types),
            .. Of("attribute", p => p.Attributes),
            .. Of("role", p => p.Roles),
            .. Of("user", p => p.Users),
            .. Of("boolean", p => p.Defaults.All.Select(b => b.Key)),
            .. Of("class", p => p.Classes),
            .. Of("permission", p => p.Classes.Where(c => before.Classes.Contains(c) && after.Classes.Contains(c)).SelectMany(c => p.PermissionsOf(c).Select(x => $"{c} {x}"))),
            .. Of("permissive", p => p.Types.Where(p.IsPermissive)),
        ];

        IEnumerable<NameChange> Of(string kind, Func<KernelPolicy, IEnumerable<string>> names)
        {
            var (old, @new) = (names(before).ToHashSet(StringComparer.Ordinal), names(after).ToHashSet(StringComparer.Ordinal));
            return @new.Except(old).Select(n => new NameChange(kind, n, true))
                .Concat(old.Except(@new).Select(n => new NameChange(kind, n, false)))
                .OrderBy(c => c.Name, StringComparer.Ordinal);
        }
    }

    public static ImmutableArray<MembershipChange> Memberships(KernelPolicy before, KernelPolicy after)
    {
        return
        [
            .. Of("attribute", p => p.Attributes, TypesOfAttribute),
            .. Of("role", p => p.Roles, TypesOfRole),
            .. Of("user", p => p.Users, RolesOfUser),
        ];

        IEnumerable<MembershipChange> Of(string kind, Func<KernelPolicy, IEnumerable<string>> owners, Func<KernelPolicy, string, IEnumerable<string>> members) =>
            owners(before).Intersect(owners(after)).Order(StringComparer.Ordinal).SelectMany(owner =>
            {
                var (old, @new) = (members(before, owner).ToHashSet(StringComparer.Ordinal), members(after, owner).ToHashSet(StringComparer.Ordinal));
                return @new.Except(old).Select(m => new MembershipChange(kind, m, owner, true))
                    .Concat(old.Except(@new).Select(m => new MembershipChange(kind, m, owner, false)))
                    .OrderBy(c => c.Member, StringComparer.Ordinal);
            });
    }

    private static IEnumerable<string> TypesOfAttribute(KernelPolicy policy, string attribute) => policy.MembersOf(attribute);

    // object_r takes every type, whatever the policy lists.
    private static IEnumerable<string> TypesOfRole(KernelPolicy policy, string role) =>
        role == "object_r" || policy.Tables.RoleParts[policy.Tables.Roles[role]] is not { } part ? [] : part.Types.Values.Where(policy.Tables.Types.Has).Select(t => policy.Tables.Types[t]);

    private static IEnumerable<string> RolesOfUser(KernelPolicy policy, string user) =>
        policy.Tables.UserParts[policy.Tables.Users[user]] is not { } part ? [] : part.Roles.Values.Select(r => policy.Tables.Roles[r]);
}
