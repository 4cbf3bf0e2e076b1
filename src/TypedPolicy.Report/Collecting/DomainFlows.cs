using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Flow;

namespace TypedPolicy.Report.Collecting;

/// <summary>Which domains information of a domain reaches: what one writes the other reads, or one of them is written or read itself.</summary>
internal static class DomainFlows
{
    // That of typedpolicy flow.
    private const int MinimumWeight = 3;

    /// <summary>Whether a permission moves information some way.</summary>
    public static bool Moves(string @class, string permission, FlowDirection way) =>
        PermissionMap.Default[@class, permission] is var (direction, weight) && weight >= MinimumWeight && direction.HasFlag(way);

    /// <summary>The places in a list of domains of those that each reaches.</summary>
    public static IReadOnlyList<int>[] Between(PolicyTables tables, IReadOnlyList<int> domains)
    {
        var read = new TypeSets(tables, (c, p) => Moves(c, p, FlowDirection.Read));
        var written = new TypeSets(tables, (c, p) => Moves(c, p, FlowDirection.Write));
        var own = domains.Select(d => (In: read.Of(d), Out: written.Of(d))).ToArray();
        var reached = new IReadOnlyList<int>[domains.Count];
        for (var from = 0; from < domains.Count; from++)
        {
            reached[from] = [.. Enumerable.Range(0, domains.Count).Where(to => to != from && (Has(own[from].Out, domains[to]) || Has(own[to].In, domains[from]) || Meet(own[from].Out, own[to].In)))];
        }

        return reached;
    }

    private static bool Has(ulong[] set, int type) => (set[type >> 6] >> (type & 63) & 1) != 0;

    private static bool Meet(ulong[] one, ulong[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if ((one[i] & other[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
