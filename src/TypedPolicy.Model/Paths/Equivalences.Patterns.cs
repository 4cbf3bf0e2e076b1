using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>Equivalences and patterns: which labels are dead, and how to write them for the target.</summary>
public sealed partial record Equivalences
{
    /// <summary>The equivalence that everything the pattern matches lies under; null if the label is consulted.</summary>
    public Equivalence? FindAlias(PathPattern pattern) =>
        pattern.Root is { } tree ? FindAlias(tree.Nodes) : null;

    /// <summary>The first of the paths that the pattern stands for, by its groups and optional parts, which lies under an equivalence.</summary>
    public AliasedSpelling? FindAliasInExpansions(PathPattern pattern)
    {
        if (pattern.Root is not { } tree)
        {
            return null;
        }

        ImmutableArray<ImmutableArray<PathNode>> expansions = PathExpansion.Expand(tree.Nodes, Entries);
        foreach (ImmutableArray<PathNode> expansion in expansions)
        {
            if (FindAlias(expansion) is { } equivalence)
            {
                string? real = Resolve(expansion) is { } resolved ? PathText.Write(resolved) : null;
                bool covered = real is not null && expansions.Any(other => PathText.Write(other) == real);
                return new(PathPattern.Parse(PathText.Write(expansion)), equivalence, covered);
            }
        }

        return null;
    }

    /// <summary>The pattern in the target's spelling, through every equivalence that it lies under; null if nothing changes, or where one pattern cannot say it.</summary>
    public PathPattern? Rewrite(PathPattern pattern)
    {
        if (pattern.Root is not { } tree)
        {
            return null;
        }

        if (FindAlias(tree.Nodes) is not null)
        {
            return Resolve(tree.Nodes) is { } nodes ? PathPattern.Parse(PathText.Write(nodes)) : null;
        }

        // "/(usr/)?sbin/x" where both spellings are aliases of one path
        ImmutableArray<ImmutableArray<PathNode>> expansions = PathExpansion.Expand(tree.Nodes, Entries);
        if (expansions.Length < 2 || expansions.Any(expansion => FindAlias(expansion) is null))
        {
            return null;
        }

        string?[] spellings = [.. expansions.Select(expansion => Resolve(expansion) is { } resolved ? PathText.Write(resolved) : null).Distinct()];
        return spellings is [{ } spelling] ? PathPattern.Parse(spelling) : null;
    }

    private Equivalence? FindAlias(ImmutableArray<PathNode> nodes)
    {
        string stem = Stem(nodes);
        for (int i = Entries.Length - 1; i >= 0; i--)
        {
            Equivalence entry = Entries[i];
            if (entry.Covers(stem) && (stem.Length > entry.Alias.Length || EndsComponent(nodes, stem.Length)))
            {
                return entry;
            }
        }

        return null;
    }

    private ImmutableArray<PathNode>? Resolve(ImmutableArray<PathNode> nodes)
    {
        for (int i = 0; i < MaxChain; i++)
        {
            if (FindAlias(nodes) is not { } equivalence)
            {
                return nodes;
            }

            ImmutableArray<PathNode> rest = nodes.RemoveRange(0, equivalence.Alias.Length);
            if (equivalence.Real == "/")
            {
                if (rest.Length > 0 && rest[0] is not PathCharacter)
                {
                    return null;
                }

                rest = rest.IsEmpty ? rest : rest.RemoveAt(0);
            }

            nodes = [.. equivalence.Real.Select(value => new PathCharacter(0, 0, value)), .. rest];
        }

        return null; // the equivalences go round in a circle
    }

    private static string Stem(ImmutableArray<PathNode> nodes)
    {
        var stem = new StringBuilder();
        foreach (PathNode node in nodes)
        {
            if (node is not PathCharacter character)
            {
                break;
            }

            stem.Append(character.Value);
        }

        return stem.ToString();
    }

    /// <summary>Whether what follows can only be the end of the path or a slash.</summary>
    private static bool EndsComponent(ImmutableArray<PathNode> nodes, int start)
    {
        for (int i = start; i < nodes.Length; i++)
        {
            if (!BeginsWithSlash(nodes[i], out bool canBeEmpty))
            {
                return false;
            }

            if (!canBeEmpty)
            {
                return true;
            }
        }

        return true;
    }

    private static bool BeginsWithSlash(PathNode node, out bool canBeEmpty)
    {
        canBeEmpty = false;
        switch (node)
        {
            case PathCharacter character:
                return character.Value == '/';
            case PathRepeat repeat:
                bool begins = BeginsWithSlash(repeat.Operand, out canBeEmpty);
                canBeEmpty |= repeat.Minimum == 0;
                return begins;
            case PathGroup group:
                bool all = true;
                foreach (PathSequence alternative in group.Alternatives)
                {
                    all &= BeginsWithSlash(alternative, out bool empty);
                    canBeEmpty |= empty;
                }

                return all;
            case PathSequence sequence:
                canBeEmpty = true;
                for (int i = 0; i < sequence.Nodes.Length && canBeEmpty; i++)
                {
                    if (!BeginsWithSlash(sequence.Nodes[i], out canBeEmpty))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
