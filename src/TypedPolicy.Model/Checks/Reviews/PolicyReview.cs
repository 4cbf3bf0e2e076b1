using System.Collections.Immutable;
using TypedPolicy.Model.Lowering;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>What may be written and yet is no good: rules over the whole policy that keep nothing from the disk. Analyzers alone run them.</summary>
public static class PolicyReview
{
    /// <summary>Reviews a policy that the checks found nothing wrong with, or as much as there is of one.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="places">Its places.</param>
    public static ImmutableArray<Finding> Run(PolicyModel model, ImmutableArray<Place> places)
    {
        var interfaces = new InterfaceTable(model);
        var rules = ReviewedRule.Of(model, interfaces).ToImmutableArray();
        return
        [
            .. MembershipOfAttributes.Run(rules, interfaces),
            .. RepeatedRules.Run(rules, places),
            .. DomainsAndExecutables.Run(model, rules),
            .. RepeatedLabels.Run(rules, places),
            .. UnusedDeclarations.Run(model, rules),
        ];
    }
}
