using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>
/// TP1008: an attribute that an interface puts into an attribute. CIL flattens that; the kernel's policy language refuses it, and no author
/// who applies such an interface has asked for it.
/// </summary>
internal static class MembershipOfAttributes
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, InterfaceTable interfaces)
    {
        var reported = new HashSet<Origin>();
        foreach (var visit in rules)
        {
            if (visit.InInterface
                || visit.Rule is not MembershipRule { Member.Kind: EntityKind.TypeAttribute, Attribute.Kind: EntityKind.TypeAttribute } membership
                || !reported.Add(visit.Through?.Origin ?? membership.Origin))
            {
                continue;
            }

            if (visit.Through is { } call)
            {
                var name = call.Base?.CSharpName ?? interfaces.Find(call.Interface)?.CSharpName ?? call.Interface;
                var index = 0;
                var isArgument = call.Subject != membership.Member && (index = IndexOf(call, membership.Member)) >= 0;
                var remedy = isArgument
                    ? "Give it each concrete type instead."
                    : "Put it on each concrete domain instead.";
                yield return new Finding(
                    RuleCatalogue.AttributePassedForType.ThroughInterface.With(Short(name), membership.Attribute.Name, membership.Member.Name, remedy),
                    isArgument ? new Spot(call.Origin, SpotPart.TypeArgument, index) : new Spot(call.Origin),
                    EquatableArray<Origin>.Empty);
            }
            else if (visit.Optional is null && visit.Conditions.IsEmpty && membership.Origin.Index >= 0)
            {
                // In an optional block there is no other way to declare it; elsewhere C# inheritance does, flattened to concrete types.
                yield return new Finding(
                    RuleCatalogue.AttributePassedForType.ThroughMembership.With(membership.Member.Name, membership.Attribute.Name),
                    membership.Origin);
            }
        }
    }

    private static int IndexOf(InterfaceCall call, EntityRef entity)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (call.Arguments.Items[i].Entity == entity)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Short(string name)
    {
        const string suffix = "Attribute";
        name = name.IndexOf('<') is > 0 and var generic ? name.Substring(0, generic) : name;
        name = name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
        var parts = name.Split('.');
        return $"[{parts[parts.Length - 1]}]";
    }
}
