using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP5006: access that a neverallow of the base keeps from everyone who is not in an attribute for it.</summary>
internal static class GuardedAccess
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(Origin, IndexedGuard)>();
        foreach (var (visit, access) in policy.Allowed)
        {
            var place = ReviewedPolicy.Place(visit);
            foreach (var guard in policy.Base.GuardsOf(access.Permissions.Class.Name))
            {
                if (Permission(guard, access.Permissions) is { } permission
                    && IsTarget(guard, access, policy)
                    && NotExempt(access.Source, guard, policy) is { } source
                    && reported.Add((place, guard)))
                {
                    yield return Describe(guard, permission, source, Way(guard, visit, access, policy), place, policy.Base) with { Severity = policy.Base.SeverityOfGuards };
                }
            }
        }
    }

    private static Finding Describe(IndexedGuard guard, string permission, string source, (IndexedInterface Interface, bool GivesAll)? way, Origin place, BaseKnowledge known)
    {
        var target = guard.Target == EntityRef.Self.Name ? "itself" : guard.Target;
        if (guard.Exempt.IsEmpty)
        {
            return new Finding(RuleCatalogue.GuardedAccess.ForbiddenToAll.With(known.Name, guard.Class, permission, target, source), place);
        }

        var exempt = guard.Exempt.FirstOrDefault(e => !known.Has(e, IndexTrait.Privileged)) ?? guard.Exempt[0];
        return way is not var (answer, givesAll)
            ? new Finding(RuleCatalogue.GuardedAccess.MembershipNeeded.With(known.Name, guard.Class, permission, target, exempt, source), place)
            : new Finding((givesAll ? RuleCatalogue.GuardedAccess.InterfaceGives : RuleCatalogue.GuardedAccess.InterfaceJoins).With(known.Name, guard.Class, permission, target, exempt, source, answer.CSharpName), place)
            {
                Remedy = givesAll ? new WriteInterfaces(EquatableArray.Of(answer.CSharpName)) : new AddInterface(answer.CSharpName),
            };
    }

    /// <summary>
    /// The interface that lets the class past a guard: one that gives what its rule asks for if there is, then that with the least beside. Only for a rule that
    /// its own subject carries, where an interface can stand.
    /// </summary>
    private static (IndexedInterface Interface, bool GivesAll)? Way(IndexedGuard guard, RuleVisit visit, AccessRule access, ReviewedPolicy policy)
    {
        if (visit.Through is not null || policy.Types.Type(access.Source.Name) is not { } carrier || !carrier.Rules.Any(r => r.Origin == access.Origin))
        {
            return null;
        }

        var asked = policy.Allowed.Where(a => a.Visit.Through is null && a.Access.Origin == access.Origin).Select(a => a.Access).ToArray();
        return guard.Exempt
            .SelectMany(policy.Base.JoinersOf)
            .Where(i => i is { Parameters.IsEmpty: true, CSharpName.Length: > 0 } && (i.Flags & (InterfaceFlags.Deprecated | InterfaceFlags.Template)) == 0)
            .Select(i => (Interface: i, Weight: InterfaceWeight.Weigh(i, asked, policy.Base)))
            .Where(i => i.Weight.Extra <= InterfaceWeight.MaxExtra)
            .OrderBy(i => !i.Weight.IsAll)
            .ThenBy(i => (i.Interface.Flags & InterfaceFlags.DoesMore) != 0)
            .ThenBy(i => i.Weight.Extra)
            .ThenBy(i => i.Interface.Name, StringComparer.Ordinal)
            .Select(i => ((IndexedInterface, bool)?)(i.Interface, i.Weight.IsAll))
            .FirstOrDefault();
    }

    private static string? Permission(IndexedGuard guard, PermissionSet set) =>
        guard.Permissions.Contains("*") ? set.Names.FirstOrDefault()
        : set.Names.Contains("all") ? guard.Permissions.FirstOrDefault()
        : guard.Permissions.FirstOrDefault(set.Names.Contains);

    private static bool IsTarget(IndexedGuard guard, AccessRule access, ReviewedPolicy policy)
    {
        if (guard.Target == EntityRef.Self.Name)
        {
            return access.Target.Kind == EntityKind.Self || access.Target == access.Source;
        }

        return guard.Target == access.Target.Name
            || (access.Target.Kind == EntityKind.Type && policy.Base.Find(access.Target)?.Attributes.Contains(guard.Target) == true);
    }

    /// <summary>A type of this policy that the rule is for and that is surely not let past the guard.</summary>
    private static string? NotExempt(EntityRef source, IndexedGuard guard, ReviewedPolicy policy) => policy.Types.Of(source)
        .Where(type => policy.Types.Type(type) is not null && (guard.Subjects.Length == 0 || policy.Types.NamesOf(type).Contains(guard.Subjects))
            && policy.Types.NamesOf(type).All(name => !guard.Exempt.Contains(name) && IsKnown(name, policy)))
        .OrderBy(type => type, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>
    /// An attribute of the base lets past what it is named for: the policy language puts types into attributes, never attributes. One that is neither this policy's nor
    /// known to be the base's may be in another.
    /// </summary>
    private static bool IsKnown(string name, ReviewedPolicy policy) =>
        policy.Types.Type(name) is not null || policy.Types.Attribute(name) is not null || policy.Base.IsAttribute(name);
}
