using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>The names that a rule uses, and where each of them stands.</summary>
internal static class UsedNames
{
    public static IEnumerable<(EntityRef Entity, Spot Spot)> Of(RuleVisit visit)
    {
        var place = ReviewedPolicy.Place(visit);
        foreach (var (entity, _, _) in visit.Rule.Operands())
        {
            // The target of an access rule is the type argument of its attribute.
            var isArgument = visit.Through is null && visit.Rule is AccessRule access && entity == access.Target;
            yield return (entity, isArgument ? new Spot(place, SpotPart.TypeArgument) : new Spot(place));
        }

        if (visit.Rule is RequireRule required)
        {
            yield return (required.Name, new Spot(place));
        }

        if (visit.Rule is Block block)
        {
            foreach (var condition in block.Conditions.Where(c => c.Expression is null))
            {
                yield return (condition.Subject, new Spot(place));
            }
        }
    }
}
