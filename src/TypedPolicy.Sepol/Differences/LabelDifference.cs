using System.Collections.Immutable;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Sepol.Differences;

/// <summary>The lines of file contexts that one of two policies has alone.</summary>
/// <param name="Added">Those of the second, in order.</param>
/// <param name="Removed">Those of the first, in order.</param>
public sealed record LabelDifference(ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>No difference.</summary>
    public static LabelDifference None { get; } = new([], []);

    /// <summary>Whether both have the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;

    /// <summary>Everything, a line each.</summary>
    public IEnumerable<string> Lines => Added.Select(l => $"+ {l}").Concat(Removed.Select(l => $"- {l}"));

    /// <summary>Only the lines whose context has one of these types.</summary>
    public LabelDifference Touching(IReadOnlySet<string> types)
    {
        return new([.. Added.Where(IsOf)], [.. Removed.Where(IsOf)]);

        bool IsOf(string line) => line.Split('\t')[^1].Split(':') is [_, _, var type, ..] && types.Contains(type);
    }

    /// <summary>Compares two; a policy without any, as a kernel policy is, has no lines to compare, and then there is no difference.</summary>
    public static LabelDifference Between(FileContexts? before, FileContexts? after)
    {
        if (before is null || after is null)
        {
            return None;
        }

        var (old, @new) = (Lines(before), Lines(after));
        return new([.. @new.Except(old).Order(StringComparer.Ordinal)], [.. old.Except(@new).Order(StringComparer.Ordinal)]);

        static HashSet<string> Lines(FileContexts labels) => labels.Lines.Select(l => l.ToString()).ToHashSet(StringComparer.Ordinal);
    }
}
