using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>An allow rule of an interface, with one source, target and class.</summary>
/// <param name="Source">A name, or the hole of an argument.</param>
/// <param name="Target">A name, the hole of an argument, or <c>self</c>.</param>
/// <param name="Excluded">What is removed from the target.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions.</param>
/// <param name="Condition">When it holds; empty for always.</param>
internal sealed record GrantedRule(string Source, string Target, ImmutableArray<string> Excluded, string Class, ImmutableArray<string> Permissions, string Condition)
{
    /// <summary>The rules of an expansion, in order.</summary>
    /// <param name="block">The expansion.</param>
    /// <param name="declared">Everything that the base policy declares, where that is known: an optional block that requires something else does nothing.</param>
    public static IEnumerable<GrantedRule> Of(ExpandedBlock block, ISet<string>? declared) => Of(block.Statements, "", declared);

    private static IEnumerable<GrantedRule> Of(ImmutableArray<Statement> statements, string condition, ISet<string>? declared)
    {
        foreach (var statement in statements)
        {
            var rules = statement switch
            {
                AccessRule { Kind: AccessRuleKind.Allow } rule => Of(rule, condition),
                Conditional choice => Of(choice.Then, And(condition, ConditionText.Of(choice.Condition)), declared)
                    .Concat(Of(choice.Otherwise, And(condition, ConditionText.OfNot(choice.Condition)), declared)),
                ExpandedOptional optional when Missing(optional.Block, declared) is null => Of(optional.Block.Statements, condition, declared),
                _ => [],
            };
            foreach (var rule in rules)
            {
                yield return rule;
            }
        }
    }

    /// <summary>The first type or attribute that a block requires and the base policy does not declare; null if there is none, or where nobody knows.</summary>
    public static string? Missing(ExpandedBlock block, ISet<string>? declared) => declared is null
        ? null
        : block.Requires.FirstOrDefault(r => r.Kind is RequirementKind.Type or RequirementKind.Attribute && !r.Name.Contains(Hole.Start) && !declared.Contains(r.Name))?.Name;

    private static string And(string first, string second) => first.Length == 0 ? second : $"({first}) && ({second})";

    private static IEnumerable<GrantedRule> Of(AccessRule rule, string condition) =>
        from source in rule.Sources.Names
        from target in rule.Targets.Kind == NameSetKind.Listed ? rule.Targets.Names : []
        from @class in rule.Classes.Names
        select new GrantedRule(source, target, rule.Targets.Excluded, @class, rule.Permissions.Names, condition);
}
