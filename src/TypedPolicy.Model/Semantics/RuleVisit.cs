using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>A rule as the checks meet it: with the conditions around it, and the interface through which it came.</summary>
/// <param name="Rule">The rule; never a block, and a call only where it is applied, followed by what it expands to.</param>
/// <param name="Conditions">The conditions of all blocks around it.</param>
/// <param name="InInterface">Whether it stands in an interface that the policy declares: its parameters are open.</param>
/// <param name="Through">The call that it came through, if any.</param>
internal readonly record struct RuleVisit(Rule Rule, ImmutableArray<Condition> Conditions, bool InInterface, InterfaceCall? Through)
{
    private const int MaxDepth = 32;

    /// <summary>Whether a condition that an administrator may change at run time holds it.</summary>
    public bool IsConditional => Conditions.Any(c => c.Subject.Kind != EntityKind.Tunable);

    /// <summary>Visits every rule of a policy; calls are followed by the rules that they stand for.</summary>
    public static IEnumerable<RuleVisit> Of(PolicyModel model, InterfaceTable interfaces)
    {
        foreach (var declaration in model.Declarations)
        {
            foreach (var visit in Of(declaration.Rules, [], declaration is InterfaceDeclaration, through: null, interfaces, depth: 0))
            {
                yield return visit;
            }
        }

        foreach (var visit in Of(model.Rules, [], inInterface: false, through: null, interfaces, depth: 0))
        {
            yield return visit;
        }
    }

    private static IEnumerable<RuleVisit> Of(IEnumerable<Rule> rules, ImmutableArray<Condition> conditions, bool inInterface, InterfaceCall? through, InterfaceTable interfaces, int depth)
    {
        foreach (var rule in rules)
        {
            if (rule is Block block)
            {
                foreach (var visit in Of(block.Rules, conditions.AddRange(block.Conditions.Items), inInterface, through, interfaces, depth))
                {
                    yield return visit;
                }

                continue;
            }

            yield return new RuleVisit(rule, conditions, inInterface, through);
            if (rule is InterfaceCall call && !inInterface && depth < MaxDepth)
            {
                foreach (var visit in Of(interfaces.Expand(call), conditions, inInterface, through ?? call, interfaces, depth + 1))
                {
                    yield return visit;
                }
            }
        }
    }
}
