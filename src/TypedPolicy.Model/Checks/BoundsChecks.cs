using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP1009: a type, role or user with two bounds, or bounds that lead back to it.</summary>
internal static class BoundsChecks
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules)
    {
        var bounds = rules.Where(v => !v.InInterface).Select(v => v.Rule).OfType<BoundsRule>().ToArray();
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in bounds.GroupBy(b => b.Child))
        {
            var all = group.ToArray();
            parents[group.Key.Name] = all[0].Parent.Name;
            if (all.Select(b => b.Parent).Distinct().Count() > 1)
            {
                foreach (var one in all)
                {
                    yield return new Finding(
                        RuleCatalogue.InvalidBounds.TwoParents.With(group.Key.Name, string.Join(" and ", all.Select(b => b.Parent.Name).Distinct())),
                        new Spot(one.Origin),
                        EquatableArray.From(all.Where(o => o != one).Select(o => o.Origin)));
                }
            }
        }

        foreach (var one in bounds)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var name = one.Child.Name;
            while (seen.Add(name) && parents.TryGetValue(name, out var parent))
            {
                name = parent;
                if (name == one.Child.Name)
                {
                    yield return new Finding(RuleCatalogue.InvalidBounds.Cycle.With(name), one.Origin);
                    break;
                }
            }
        }
    }
}
