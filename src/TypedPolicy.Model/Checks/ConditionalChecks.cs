using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP1011: what CIL refuses inside a <c>booleanif</c>, directly or through an interface.</summary>
internal static class ConditionalChecks
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, InterfaceTable interfaces)
    {
        foreach (var visit in rules)
        {
            // A call is judged by what it expands to: those rules are visited too.
            if (visit.IsConditional && visit.Rule is not (InterfaceCall or RequireRule or TypeSetRule) && !interfaces.CanStandInConditional(visit.Rule))
            {
                var through = visit.Through is null ? "" : $", which the interface {visit.Through.Interface} holds,";
                yield return new Finding(
                    RuleCatalogue.DeclarationInConditional.NotInConditional.With(Words(visit.Rule), through),
                    visit.Rule.Origin);
            }
        }
    }

    private static string Words(Rule rule) => rule switch
    {
        AccessRule => "A neverallow rule",
        IoctlRule => "A rule on ioctl requests",
        TypeRule => "A transition with a file name",
        RangeTransitionRule => "A range transition",
        RoleTransitionRule or RoleAllowRule or RoleTypeRule => "A role rule",
        MembershipRule => "Membership in an attribute",
        LabelRule => "A label",
        RawRule => "Raw CIL",
        _ => "This declaration",
    };
}
