using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP3013: a domain transition that changes the type and leaves a role that may not run the new one, or that takes a role which users do not have: such a context is not
/// valid, and the program is not started.
/// </summary>
internal static class MissingRoles
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var changes = policy.Rules.Where(v => v.Rule is RoleTransitionRule { Class.Name: "process" }).Select(v => (Visit: v, Rule: (RoleTransitionRule)v.Rule)).ToArray();
        var reported = new HashSet<(Origin, string)>();
        var run = DomainsAndExecutables.TypesOfRoles(policy.Rules);
        foreach (var visit in policy.Rules)
        {
            if (ReviewedPolicy.Place(visit) is not { Index: >= 0 } place)
            {
                continue;
            }

            foreach (var entry in DomainTransitions.Parts(visit.Rule).OfType<TypeRule>().Where(r => r is { Kind: TypeRuleKind.Transition, Class.Name: "process", Result.Kind: EntityKind.Type, Source.Kind: EntityKind.Type }))
            {
                // That no role at all may run it is TP3004's.
                if (policy.Types.Type(entry.Result.Name) is { } entered && DomainsAndExecutables.IsWithoutRole(entered, run, policy.Types))
                {
                    continue;
                }

                foreach (var side in policy.Effective)
                {
                    if (Lacking(entry, changes.Select(c => c.Rule), side, policy) is { } role && reported.Add((place, entry.Result.Name)))
                    {
                        yield return new Finding(
                            RuleCatalogue.RoleMayNotRunDomain.SourceRole.With(entry.Source.Name, role, policy.On(side.Base), entry.Result.Name),
                            place)
                        {
                            Remedy = new AllowRole(role, policy.Types.Type(entry.Result.Name)!.CSharpName),
                        };
                    }
                }
            }
        }

        foreach (var (visit, change) in changes.Where(c => c.Visit.Through is null && c.Rule.Origin.Index >= 0 && c.Rule.Source.Kind == EntityKind.Role && c.Rule.Result.Kind == EntityKind.Role))
        {
            foreach (var side in policy.Effective)
            {
                var users = side.Base.Users.Where(u => u.Contains(change.Source.Name) && !u.Contains(change.Result.Name) && !IsGiven(u.Key, change.Result.Name, policy)).Select(u => u.Key).OrderBy(u => u, StringComparer.Ordinal).ToArray();
                if (users.Length > 0 && reported.Add((change.Origin, change.Result.Name)))
                {
                    yield return new Finding(
                        RuleCatalogue.RoleMayNotRunDomain.ChangedRole.With(string.Join(" and ", users), change.Source.Name, change.Result.Name, policy.On(side.Base), users.Length == 1 ? "that user" : "those users", users.Length == 1 ? "has" : "have"),
                        change.Origin);
                }
            }
        }
    }

    /// <summary>A role that the source runs in, that stays, and that may not run the result; null if none is known.</summary>
    private static string? Lacking(TypeRule entry, IEnumerable<RoleTransitionRule> changes, Side side, ReviewedPolicy policy)
    {
        if (policy.Types.Type(entry.Result.Name) is null || RolesOf(entry.Source.Name, side, policy) is not { Count: > 0 } before || RolesOf(entry.Result.Name, side, policy) is not { } allowed)
        {
            return null;
        }

        var lacking = before.Where(role => role != "object_r" && !allowed.Contains(role) && !changes.Any(c => (c.Source.Kind != EntityKind.Role || c.Source.Name == role) && Covers(c.Target, entry.Target, policy))).OrderBy(role => role, StringComparer.Ordinal).ToArray();

        // Of what others run in, only the role that is named as it is surely is where it is used.
        var isOwn = policy.Types.Type(entry.Source.Name) is not null;
        return lacking.FirstOrDefault(role => isOwn || lacking.Length == before.Count || StemOf(role) == StemOf(entry.Source.Name));
    }

    /// <summary>The roles that may run a type; null if there may be more.</summary>
    private static HashSet<string>? RolesOf(string type, Side side, ReviewedPolicy policy)
    {
        if (!side.Base.KnowsRoles || !side.Access.NamesOf(type, out var names))
        {
            return null;
        }

        var roles = new HashSet<string>(side.Base.RolesOf(names), StringComparer.Ordinal);
        foreach (var rule in policy.Rules.Select(v => v.Rule).OfType<RoleTypeRule>().Where(r => names.Contains(r.Type.Name)))
        {
            if (rule.Role.Kind != EntityKind.Role)
            {
                return null;
            }

            roles.Add(rule.Role.Name);
        }

        return roles;
    }

    private static bool Covers(EntityRef targets, EntityRef program, ReviewedPolicy policy) =>
        targets == program || policy.Types.Of(targets).Contains(program.Name) || (targets.Kind == EntityKind.TypeAttribute && policy.Types.Attribute(targets.Name) is null);

    /// <summary>Whether the policy itself gives a user a role, or declares something of the user in CIL.</summary>
    private static bool IsGiven(string user, string role, ReviewedPolicy policy) =>
        policy.Types.IsInCil(user)
        || policy.Model.Declarations.OfType<UserDeclaration>().Any(u => u.Entity.Name == user && u.Roles.Any(r => r.Name == role));

    private static string StemOf(string name) => name.Length > 2 ? name.Substring(0, name.Length - 2) : name;
}
