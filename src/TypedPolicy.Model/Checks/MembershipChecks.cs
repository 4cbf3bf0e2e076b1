using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP1007: an attribute whose members depend on itself.</summary>
internal static class MembershipChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        // An edge from an attribute to each name that its members are computed of.
        var edges = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var attribute in model.Declarations.OfType<AttributeDeclaration>())
        {
            Edges(attribute.Entity.Name).UnionWith(attribute.Set?.Names.Select(n => n.Name) ?? []);
        }

        foreach (var membership in rules.Select(v => v.Rule).OfType<MembershipRule>())
        {
            if (membership.Member.Kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute)
            {
                Edges(membership.Attribute.Name).Add(membership.Member.Name);
            }
        }

        foreach (var declaration in model.Declarations)
        {
            if (declaration.Entity.Kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute
                && Way(declaration.Entity.Name, declaration.Entity.Name, edges, []) is { } way)
            {
                yield return new Finding(RuleCatalogue.MembershipCycle.Cycle.With(declaration.Entity.Name, string.Join(" → ", way)), declaration.Origin);
            }
        }

        HashSet<string> Edges(string name)
        {
            if (!edges.TryGetValue(name, out var to))
            {
                edges.Add(name, to = new HashSet<string>(StringComparer.Ordinal));
            }

            return to;
        }
    }

    private static ImmutableArray<string>? Way(string from, string goal, Dictionary<string, HashSet<string>> edges, HashSet<string> seen)
    {
        if (!edges.TryGetValue(from, out var next))
        {
            return null;
        }

        foreach (var name in next.OrderBy(n => n, StringComparer.Ordinal))
        {
            if (name == goal)
            {
                return [from, goal];
            }

            if (seen.Add(name) && Way(name, goal, edges, seen) is { } rest)
            {
                return rest.Insert(0, from);
            }
        }

        return null;
    }
}
