using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>A rule as checks and reviews meet it; a block is followed by its rules, a call that is applied by those that it stands for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Conditions">The conditions of all blocks around it.</param>
/// <param name="Optional">The innermost optional around it.</param>
/// <param name="InInterface">Whether it is in an interface that the policy declares: its parameters are open.</param>
/// <param name="Through">The call that it came through, if any.</param>
/// <param name="OfBase">The call of an interface of the base policy that contains it, not its author; if any.</param>
internal readonly record struct RuleVisit(Rule Rule, ImmutableArray<Condition> Conditions, Block? Optional, bool InInterface, InterfaceCall? Through, InterfaceCall? OfBase)
{
    private const int MaxDepth = 32;

    /// <summary>Whether a condition that an administrator may change at run time holds it.</summary>
    public bool IsConditional => Conditions.Any(c => c.Subject.Kind != EntityKind.Tunable);

    /// <summary>Visits every rule of a policy.</summary>
    public static IEnumerable<RuleVisit> Of(PolicyModel model, InterfaceTable interfaces)
    {
        foreach (var declaration in model.Declarations)
        {
            foreach (var visit in Of(declaration.Rules, new RuleVisit(null!, [], null, declaration is InterfaceDeclaration, null, null), interfaces, depth: 0))
            {
                yield return visit;
            }
        }

        foreach (var visit in Of(model.Rules, new RuleVisit(null!, [], null, false, null, null), interfaces, depth: 0))
        {
            yield return visit;
        }
    }

    private static IEnumerable<RuleVisit> Of(IEnumerable<Rule> rules, RuleVisit around, InterfaceTable interfaces, int depth)
    {
        foreach (var rule in rules)
        {
            yield return around with { Rule = rule };
            var inner = rule switch
            {
                Block block => Of(block.Rules, around with { Conditions = around.Conditions.AddRange(block.Conditions.Items), Optional = block.IsOptional ? block : around.Optional }, interfaces, depth),
                InterfaceCall call when !around.InInterface && depth < MaxDepth => Of(interfaces.Expand(call), around with { Through = around.Through ?? call, OfBase = around.OfBase ?? (call.Base is null ? null : call) }, interfaces, depth + 1),
                _ => [],
            };
            foreach (var visit in inner)
            {
                yield return visit;
            }
        }
    }
}
