using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Report.Collecting;

/// <summary>The rules of each name, target by target.</summary>
internal sealed class AccessCollector(KernelPolicy policy, NameNumbers names, RuleOrigins? origins, Numbered<SourceMark> places)
{
    private readonly Numbered<(int Class, uint Bits)> _permissions = new();
    private readonly Numbered<int> _conditions = new();

    /// <summary>The sets of permissions that were met, by number.</summary>
    public IEnumerable<PermissionFact> Permissions => _permissions.All.Select(p => Fact(p.Class, p.Bits));

    /// <summary>The conditions that were met, by number; the first stands for no condition.</summary>
    public IEnumerable<ConditionFact> Conditions => _conditions.All.Select(Fact);

    /// <summary>What the rules of a name let it do.</summary>
    /// <param name="name">The type or attribute.</param>
    /// <param name="counts">Which targets count.</param>
    public IReadOnlyList<AccessFact> Of(int name, Func<int, bool> counts)
    {
        _ = _conditions[0];
        var found = new SortedDictionary<(int Target, int Condition), (List<int> Permissions, SortedSet<int> Places)>();
        foreach (var rule in policy.Tables.Rules.From(name))
        {
            if (rule.Kind != RuleKind.Allow || !counts(rule.Target))
            {
                continue;
            }

            var key = (names[rule.Target], _conditions[rule.Condition]);
            if (!found.TryGetValue(key, out var fact))
            {
                found.Add(key, fact = ([], []));
            }

            fact.Permissions.Add(_permissions[(rule.Class, rule.Data)]);
            if (origins is not null)
            {
                var written = PolicyRule.Of(policy, rule);
                fact.Places.UnionWith(written.Permissions.SelectMany(p => origins.Of(written, p, policy)).Select(m => places[m]));
            }
        }

        return [.. found.Select(f => new AccessFact(f.Key.Target, f.Key.Condition, f.Value.Permissions, [.. f.Value.Places]))];
    }

    private PermissionFact Fact(int @class, uint bits)
    {
        var name = policy.Tables.Classes[@class];
        var permissions = policy.PermissionNames(@class, bits);
        return new(
            name,
            permissions,
            permissions.Aggregate(Uses.None, (all, p) => all | PermissionUses.Of(name, p)),
            permissions.Any(p => DomainFlows.Moves(name, p, FlowDirection.Read)),
            permissions.Any(p => DomainFlows.Moves(name, p, FlowDirection.Write)));
    }

    private ConditionFact Fact(int condition) => condition == 0 ? new("", true, []) : new(
        ConditionText.Of(policy.Tables, condition),
        policy.Defaults.Holds(condition),
        [.. policy.Tables.Conditions[Math.Abs(condition) - 1].Expression.Where(step => step > 0).Select(step => policy.Tables.Booleans[step]).Distinct().Order(StringComparer.Ordinal)]);
}
