using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP2007: access rules of an attribute that others say already, with no more conditions: directly or through an interface.</summary>
internal static class RepeatedRules
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, ImmutableArray<Place> places)
    {
        // Nearly every rule is the only one about its source, target and class: those need no group, and their attributes are done with.
        var counts = new Dictionary<(AccessKind, EntityRef, EntityRef, EntityRef), int>();
        foreach (var visit in rules)
        {
            if (IsCompared(visit))
            {
                var key = Key((AccessRule)visit.Rule);
                counts[key] = counts.TryGetValue(key, out var before) ? before + 1 : 1;
            }
        }

        var alone = new HashSet<Origin>();
        var access = new List<RuleVisit>();
        foreach (var visit in rules)
        {
            if (!IsCompared(visit))
            {
                continue;
            }

            if (counts[Key((AccessRule)visit.Rule)] > 1)
            {
                access.Add(visit);
            }
            else if (visit.Through is null)
            {
                alone.Add(visit.Rule.Origin);
            }
        }

        var groups = access.ToLookup(v => Key((AccessRule)v.Rule));
        foreach (var attribute in access.Where(v => v.Through is null && v.Rule.Origin.Index >= 0 && !alone.Contains(v.Rule.Origin)).GroupBy(v => v.Rule.Origin))
        {
            // The attribute of a template speaks for every class that derives from it: it cannot be removed for one.
            if (places[attribute.Key.Index].Outer.Index >= 0)
            {
                continue;
            }

            var others = attribute.Select(v => Said(v, groups[Key((AccessRule)v.Rule)])).ToArray();
            if (others.All(o => o is not null))
            {
                var rule = (AccessRule)attribute.First().Rule;
                yield return new Finding(
                    RuleCatalogue.RedundantRule.GrantedElsewhere.With(rule.Source.Name, rule.Target.Name),
                    new Spot(attribute.Key),
                    EquatableArray.From(others.Select(o => o!.Value.Through?.Origin ?? o.Value.Rule.Origin).Distinct()));
            }
        }
    }

    private static bool IsCompared(RuleVisit visit) => !visit.InInterface && visit.Rule is AccessRule { Permissions.IsNamed: false };

    private static (AccessKind, EntityRef, EntityRef, EntityRef) Key(AccessRule rule) =>
        (rule.Kind, rule.Source, rule.Target.Kind == EntityKind.Self && rule.Source.Kind == EntityKind.Type ? rule.Source : rule.Target, rule.Permissions.Class);

    private static RuleVisit? Said(RuleVisit visit, IEnumerable<RuleVisit> group)
    {
        var rule = (AccessRule)visit.Rule;
        foreach (var other in group)
        {
            var wider = (AccessRule)other.Rule;
            if ((other.Through?.Origin ?? wider.Origin) is var place
                && place != rule.Origin
                && place.Index >= 0
                && other.Conditions.All(visit.Conditions.Contains)
                && (other.Optional is null || other.Optional == visit.Optional)
                && Covers(wider.Permissions, rule.Permissions)
                && (!IsSame(visit, other) || place.Index < rule.Origin.Index))
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsSame(RuleVisit one, RuleVisit other) =>
        Covers(((AccessRule)one.Rule).Permissions, ((AccessRule)other.Rule).Permissions)
        && one.Conditions.All(other.Conditions.Contains)
        && (one.Optional is null || one.Optional == other.Optional)
        && other.Through is null;

    private static bool Covers(PermissionSet wide, PermissionSet narrow) =>
        wide.Names.Contains("all") || narrow.Names.All(wide.Names.Contains);
}
