using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7009: a permission set that the targets of the policy have with different permissions: what is written is the library's, and on one of them less or more than its own policy means by the name.</summary>
internal static class DifferingSets
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var bases = policy.Base.Bases.Where(b => b.KnowsSets).ToArray();
        if (bases.Length < 2)
        {
            yield break;
        }

        var reported = new HashSet<(Origin, string)>();
        foreach (var visit in policy.Rules)
        {
            if (visit is { Through: null, Rule: AccessRule { Origin.Index: >= 0, Permissions.Class: { Kind: EntityKind.ObjectClass } @class } access }
                && TargetTable.Sets.FirstOrDefault(s => s.Permissions.Count == access.Permissions.Names.Count && s.IsFor(@class.Name) && access.Permissions.Names.All(s.Permissions.Contains)) is { } set
                && Describe(set, bases) is { } message
                && reported.Add((access.Origin, set.Name)))
            {
                yield return new Finding(message, access.Origin);
            }
        }
    }

    private static RuleText? Describe(PermissionSetFact set, TargetBase[] bases)
    {
        var others = bases.Select(b => (Base: b, Permissions: b.SetOf(set))).Where(o => !o.Permissions.SetEquals(set.Permissions)).ToArray();
        if (others.Length == 0 || others.Length == bases.Length)
        {
            return null;
        }

        var (first, permissions) = others[0];
        var more = permissions.Except(set.Permissions);
        var fewer = set.Permissions.Except(permissions);
        var difference = more.IsEmpty ? $"lacks {Listed.Names(fewer)}" : fewer.IsEmpty ? $"has {Listed.Names(more)} too" : $"has {Listed.Names(more)} too, and lacks {Listed.Names(fewer)}";
        return (more.IsEmpty ? RuleCatalogue.PermissionSetDiffers.LeaveOut : RuleCatalogue.PermissionSetDiffers.Add).With(
            set.Name,
            Listed.Names(bases.Except(others.Select(o => o.Base)).Select(b => b.Name)),
            Listed.Names(others.Where(o => o.Permissions.SetEquals(permissions)).Select(o => o.Base.Name)),
            difference,
            first.Name,
            Listed.Names(fewer));
    }
}
