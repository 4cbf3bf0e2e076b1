using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP8001: booleans that no block depends on, blocks that hold nothing.</summary>
internal static class UnusedDeclarations
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        var used = new HashSet<EntityRef>(rules.Select(v => v.Rule).SelectMany(Conditions));
        if (!rules.Any(v => v.Rule is RawRule))
        {
            foreach (var declaration in model.Declarations.OfType<ConditionDeclaration>().Where(d => d.Origin.Index >= 0 && !used.Contains(d.Entity)))
            {
                yield return new Finding(RuleCatalogue.UnusedDeclaration.Unused.With(declaration.Entity.Name, declaration.CSharpName.Split('.').Last()), declaration.Origin);
            }
        }

        foreach (var empty in rules.Where(v => v.Through is null && v.Rule.Origin.Index >= 0).Select(v => v.Rule).OfType<Block>().Where(b => b.Rules.Count == 0))
        {
            yield return new Finding(RuleCatalogue.UnusedDeclaration.EmptyBlock.With(empty.Name), empty.Origin);
        }
    }

    private static IEnumerable<EntityRef> Conditions(Rule rule) => rule switch
    {
        Block block => block.Conditions.Select(c => c.Subject),
        InterfaceCall call => call.Arguments.Where(a => a.Entity is not null).Select(a => a.Entity!.Value),
        _ => [],
    };
}
