using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Writing;

/// <summary>What a domain may do with one target, by its own rules and by those of its attributes.</summary>
/// <param name="Target">The target.</param>
/// <param name="Rules">The rules: by which name, under which condition, which permissions, and from which C# lines.</param>
internal sealed record DomainAccess(NameFact Target, IReadOnlyList<(NameFact By, ConditionFact Condition, PermissionFact Permissions, IReadOnlyList<PlaceFact> Places)> Rules)
{
    /// <summary>What they amount to.</summary>
    public Uses Uses => Rules.Aggregate(Uses.None, (all, r) => all | r.Permissions.Uses);

    /// <summary>The conditions, where no rule holds without one.</summary>
    public IEnumerable<string> Conditions => Rules.Any(r => r.Condition.Text.Length == 0) ? [] : Rules.Select(r => r.Condition.Text).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The access of a domain, by the name of the target.</summary>
    public static IReadOnlyList<DomainAccess> Of(PolicyFacts facts, DomainFact domain) =>
    [
        .. from name in facts.Names[domain.Type].Others.Prepend(domain.Type)
           from access in facts.Names[name].Access
           from set in access.Permissions
           let rule = (facts.Names[name], facts.Conditions[access.Condition], facts.Permissions[set], (IReadOnlyList<PlaceFact>)[.. access.Places.Select(p => facts.Places[p])])
           group rule by access.Target into rules
           orderby rules.Key
           select new DomainAccess(facts.Names[rules.Key], [.. rules]),
    ];
}
