using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP5010: a domain that the policy means to keep apart by categories, and that the base's constraints on categories pass over: they hold for the members of one attribute.
/// </summary>
internal static class CategoriesWithoutEffect
{
    /// <summary>The domain that runs containers needs the categories of all of them.</summary>
    private const string Engine = "engine_process";

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(string Domain, Origin Place)>();
        foreach (var (place, domain, what) in Meant(policy))
        {
            if (place.Index >= 0 && policy.Types.Type(domain) is { } type && Unbound(domain, policy) is var (side, attribute) && reported.Add((domain, place)))
            {
                yield return new Finding(
                    RuleCatalogue.CategoriesWithoutEffect.NotConstrained.With(what, domain, policy.On(side.Base), attribute),
                    place)
                {
                    Remedy = new JoinAttribute(attribute, type.CSharpName),
                };
            }
        }
    }

    private static IEnumerable<(Origin Place, string Domain, string What)> Meant(ReviewedPolicy policy)
    {
        foreach (var context in policy.Model.ContainerContexts.Where(c => c.Key.EndsWith("process", StringComparison.Ordinal) && c.Key != Engine))
        {
            yield return (context.Origin, context.Type.Name, $"A container runtime gives each container that runs as {context.Type.Name} categories of its own");
        }

        var entries = policy.Rules.SelectMany(v => DomainTransitions.Parts(v.Rule)).OfType<TypeRule>().Where(r => r is { Kind: TypeRuleKind.Transition, Class.Name: "process" }).ToArray();
        foreach (var visit in policy.Rules)
        {
            if (visit.Rule is RangeTransitionRule { Class.Name: "process" } range && Separates(range.Range))
            {
                foreach (var domain in entries.Where(e => e.Target == range.Target && e.Source == range.Source).SelectMany(e => policy.Types.Of(e.Result)).Distinct().OrderBy(d => d, StringComparer.Ordinal))
                {
                    yield return (ReviewedPolicy.Place(visit), domain, $"This starts {domain} with the range {range.Range}");
                }
            }
            else if (visit.Rule is FileLabel { Context: { Type.Kind: EntityKind.Type, Range: { } level } context } label && !level.Low.Categories.IsEmpty && Reader(context.Type.Name, policy) is { } reader)
            {
                yield return (ReviewedPolicy.Place(visit), reader, $"This labels {label.Path.Text} with the level {level}");
            }
        }
    }

    /// <summary>Whether a range leaves out categories: one that ends with all of them is for anyone who may see everything.</summary>
    private static bool Separates(SecurityRange range) =>
        !range.High.Categories.IsEmpty && !(range.Low.Categories.IsEmpty && range.High.Categories is [{ Low: 0, High: SecurityLevel.MaxCategory }]);

    /// <summary>A domain with rights to files of a type, where the constraints hold for none of those that have any.</summary>
    private static string? Reader(string type, ReviewedPolicy policy)
    {
        var names = new HashSet<string>(policy.Types.NamesOf(type), StringComparer.Ordinal);
        var readers = policy.Allowed
            .Where(a => names.Contains(a.Access.Target.Name))
            .SelectMany(a => policy.Types.Of(a.Access.Source))
            .Where(d => d != type)
            .Distinct()
            .OrderBy(d => d, StringComparer.Ordinal)
            .ToArray();
        return readers.Length > 0 && readers.All(r => policy.Types.Type(r) is not null && Unbound(r, policy) is not null) ? readers[0] : null;
    }

    /// <summary>The first target on which the constraints surely do not hold for a domain, and the attribute that it would have to be in.</summary>
    private static (Side Side, string Attribute)? Unbound(string domain, ReviewedPolicy policy)
    {
        foreach (var side in policy.Effective)
        {
            if (!side.Base.Constrained.IsEmpty && side.Access.NamesOf(domain, out var names) && !names.Overlaps(side.Base.Constrained))
            {
                return (side, side.Base.Constrained.OrderBy(a => a, StringComparer.Ordinal).First());
            }
        }

        return null;
    }
}
