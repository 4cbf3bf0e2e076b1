using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Rules that have one result for what they are about, written out by types.</summary>
internal static class ResultComparison
{
    public static ImmutableArray<ResultChange> Compare(SharedNames names)
    {
        var (before, after) = (Results(names, names.Before), Results(names, names.After));
        var changes = new List<ResultChange>();
        foreach (var (rule, result) in after)
        {
            var then = before.GetValueOrDefault(rule, "");
            if (then != result)
            {
                changes.Add(new(rule, then, result));
            }
        }

        changes.AddRange(before.Where(b => !after.ContainsKey(b.Key)).Select(b => new ResultChange(b.Key, b.Value, "")));
        return [.. changes.OrderBy(c => c.Rule, StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Results(SharedNames names, SharedNames.Side side)
    {
        var tables = side.Tables;
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in tables.Rules.Rules.Where(r => (r.Kind & (RuleKind.Types | RuleKind.Extended)) != 0))
        {
            Add(names, side, rule, results);
        }

        foreach (var transition in tables.NamedTransitions)
        {
            foreach (var (source, target) in Pairs(tables, transition.Sources.Values, transition.Target))
            {
                results[$"type_transition {source} {target}:{tables.Classes[transition.Class]} \"{transition.Name}\""] = tables.Types[transition.Result];
            }
        }

        foreach (var transition in tables.RoleTransitions)
        {
            results[$"role_transition {tables.Roles[transition.Role]} {tables.Types[transition.Type]}:{tables.Classes[transition.Class]}"] = tables.Roles[transition.Result];
        }

        foreach (var (role, @new) in tables.RoleAllows)
        {
            results[$"allow {tables.Roles[role]}"] = string.Join(' ', tables.RoleAllows.Where(a => a.Role == role).Select(a => tables.Roles[a.NewRole]).Order(StringComparer.Ordinal));
        }

        foreach (var transition in tables.RangeTransitions)
        {
            foreach (var (source, target) in Pairs(tables, [transition.Source], transition.Target))
            {
                results[$"range_transition {source} {target}:{tables.Classes[transition.Class]}"] = ContextText.Of(tables, transition.Range);
            }
        }

        foreach (var (boolean, value) in side.Policy.Defaults.All)
        {
            results[$"bool {boolean}"] = value ? "true" : "false";
        }

        foreach (var type in side.Policy.Types)
        {
            if (tables.TypeParts[tables.Types[type]] is { Bounds: > 0 and var bounds })
            {
                results[$"typebounds {type}"] = tables.Types[bounds];
            }
        }

        foreach (var label in tables.Labels)
        {
            results[label.Key] = ContextText.Of(tables, label.Context);
        }

        return results;
    }

    private static void Add(SharedNames names, SharedNames.Side side, AvtabRule rule, Dictionary<string, string> results)
    {
        var tables = side.Tables;
        var written = PolicyRule.Of(side.Policy, rule);
        var condition = names.Condition(side.Condition(rule)) is { Length: > 0 } text ? $" [ {text} ]" : "";
        foreach (var (source, target) in Pairs(tables, [rule.Source], rule.Target))
        {
            var key = $"{written.Kind} {source} {target}:{written.Class}{condition}";
            results[key] = written.Result.Length > 0 ? written.Result
                : string.Join(' ', (results.GetValueOrDefault(key) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(written.Permissions).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<(string Source, string Target)> Pairs(PolicyTables tables, IEnumerable<int> sources, int target) =>
        from source in sources
        from subject in tables.MembersOf[source]
        from @object in tables.MembersOf[target]
        select (tables.Types[subject], tables.Types[@object]);
}
