using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>Spells out the groups and optional parts in the stem of a pattern, as far as they can decide whether it lies under an equivalence.</summary>
internal static class PathExpansion
{
    private const int MaxExpansions = 64;

    /// <summary>The spellings; none where there would be too many.</summary>
    public static ImmutableArray<ImmutableArray<PathNode>> Expand(ImmutableArray<PathNode> nodes, ImmutableArray<Equivalence> equivalences)
    {
        var done = ImmutableArray.CreateBuilder<ImmutableArray<PathNode>>();
        var open = new Queue<ImmutableArray<PathNode>>();
        open.Enqueue(nodes);
        while (open.Count > 0)
        {
            if (open.Count + done.Count > MaxExpansions)
            {
                return [];
            }

            ImmutableArray<PathNode> next = open.Dequeue();
            ImmutableArray<ImmutableArray<PathNode>> spellings = ExpandFirst(next, equivalences);
            if (spellings.IsEmpty)
            {
                done.Add(next);
            }

            foreach (ImmutableArray<PathNode> spelling in spellings)
            {
                open.Enqueue(spelling);
            }
        }

        return done.ToImmutable();
    }

    private static ImmutableArray<ImmutableArray<PathNode>> ExpandFirst(ImmutableArray<PathNode> nodes, ImmutableArray<Equivalence> equivalences)
    {
        var stem = new StringBuilder();
        int at = 0;
        while (at < nodes.Length && nodes[at] is PathCharacter character)
        {
            stem.Append(character.Value);
            at++;
        }

        string prefix = stem.ToString();
        if (at == nodes.Length || !equivalences.Any(entry => entry.Alias.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return [];
        }

        return nodes[at] switch
        {
            PathGroup group => [.. group.Alternatives.Select(alternative => nodes.RemoveAt(at).InsertRange(at, alternative.Nodes))],
            PathRepeat { IsOptional: true, Operand: PathGroup or PathCharacter } repeat =>
                [nodes.RemoveAt(at), nodes.SetItem(at, repeat.Operand)],
            _ => [],
        };
    }
}
