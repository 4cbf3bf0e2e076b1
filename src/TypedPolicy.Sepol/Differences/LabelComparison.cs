using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>The labels that the policy itself gives: initial SIDs, file systems, ports, nodes, interfaces, Infiniband keys and ports.</summary>
internal static class LabelComparison
{
    // Distributions have some hundred labels of a kind; of a hostile policy's millions, pairs are not all compared.
    private const int MaxCompared = 2000;

    private static readonly string[] FirstMatches = ["portcon", "nodecon", "ibpkeycon"];

    /// <summary>The labels of a kind.</summary>
    public static IEnumerable<Result> Labels(SharedNames.Side side, string kind) =>
        side.Tables.Labels.Where(l => KindOf(l.Key) == kind).Select(l => new Result(kind, l.Key, ContextText.Of(side.Tables, l.Context), [side.Tables.Types[l.Context.Type]]));

    /// <summary>
    /// Labels that overlap and are in another order: a kernel takes the first that matches, except for genfscon, which it sorts. libsepol sorts them, other compilers keep the order of the source.
    /// </summary>
    public static IEnumerable<PolicyChange> Order(SharedNames names, string kind)
    {
        if (!FirstMatches.Contains(kind))
        {
            yield break;
        }

        var (before, after) = (Keys(names.Before), Keys(names.After));
        var old = before.Where(after.Contains).ToList();
        var positions = after.Where(before.Contains).Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        for (var i = 0; i < old.Count; i++)
        {
            // Where all before this one are before it in the other policy too, none can have changed places with it.
            if (positions[old[i]] == i && old.Take(i).All(k => positions[k] < i))
            {
                continue;
            }

            foreach (var later in old.Skip(i + 1).Take(MaxCompared).Where(k => positions[k] < positions[old[i]] && LabelOverlap.Exists(kind, old[i], k)))
            {
                yield return new ResultChange(kind, $"order of {old[i]} and {later}, first", old[i], later);
            }
        }

        HashSet<string> Keys(SharedNames.Side side) => side.Tables.Labels.Select(l => l.Key).Where(k => KindOf(k) == kind).ToHashSet(StringComparer.Ordinal);
    }

    private static string KindOf(string key) => key.Split(' ')[0] is var word && word.StartsWith("fs_use_", StringComparison.Ordinal) ? "fs_use" : word;
}
