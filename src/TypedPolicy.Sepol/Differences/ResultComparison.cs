using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Rules, labels and settings that have one result each.</summary>
internal static class ResultComparison
{
    /// <summary>The results that differ. Where a policy has two of one rule, the first counts, as it does for a kernel.</summary>
    public static IEnumerable<PolicyChange> Compare(SharedNames names, Func<SharedNames.Side, IEnumerable<Result>> of)
    {
        var (before, after) = (All(names.Before), All(names.After));
        return after.Values.Where(a => !before.TryGetValue(a.Rule, out var b) || b.Value != a.Value)
            .Select(a => Change(a.Kind, a.Rule, before.GetValueOrDefault(a.Rule), a))
            .Concat(before.Values.Where(b => !after.ContainsKey(b.Rule)).Select(b => Change(b.Kind, b.Rule, b, null)));

        Dictionary<string, Result> All(SharedNames.Side side)
        {
            var results = new Dictionary<string, Result>(StringComparer.Ordinal);
            foreach (var result in of(side))
            {
                results.TryAdd(result.Rule, result);
            }

            return results;
        }
    }

    /// <summary>The same for something that both policies must have for a difference to be one: what belongs to a name that is new is not listed beside the name.</summary>
    public static IEnumerable<PolicyChange> CompareShared(SharedNames names, Func<SharedNames.Side, IEnumerable<Result>> of) =>
        Compare(names, of).OfType<ResultChange>().Where(c => c.Before.Length > 0 && c.After.Length > 0);

    /// <summary>A single setting.</summary>
    public static IEnumerable<PolicyChange> Setting(SharedNames names, string kind, Func<PolicyTables, string> of) => Compare(names, side => [new(kind, kind, of(side.Tables), [])]);

    private static ResultChange Change(string kind, string rule, Result? before, Result? after) =>
        new(kind, rule, before?.Value ?? "", after?.Value ?? "") { Types = (before?.Types ?? []).Concat(after?.Types ?? []).Distinct(StringComparer.Ordinal) };
}

/// <summary>One result.</summary>
/// <param name="Kind">The keyword of the rule.</param>
/// <param name="Rule">The rule without its result.</param>
/// <param name="Value">The result; never empty.</param>
/// <param name="Types">The types that the rule and its result name.</param>
internal sealed record Result(string Kind, string Rule, string Value, string[] Types);
