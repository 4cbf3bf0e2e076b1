using System.Collections.Immutable;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Sepol.Differences;

/// <summary>The lines of file contexts that one of two policies has alone.</summary>
/// <param name="Added">Those of the second, in order.</param>
/// <param name="Removed">Those of the first, in order.</param>
public sealed record LabelDifference(ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>Whether both have the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;

    /// <summary>Everything, a line each.</summary>
    public IEnumerable<string> Lines => Added.Select(l => $"+ {l}").Concat(Removed.Select(l => $"- {l}"));

    /// <summary>Compares two; a policy without any, as a kernel policy is, has no lines to compare, and then there is no difference.</summary>
    public static LabelDifference Between(FileContexts? before, FileContexts? after)
    {
        if (before is null || after is null)
        {
            return new([], []);
        }

        var (old, @new) = (Lines(before), Lines(after));
        return new([.. @new.Except(old).Order(StringComparer.Ordinal)], [.. old.Except(@new).Order(StringComparer.Ordinal)]);

        static HashSet<string> Lines(FileContexts labels) => labels.Lines.Select(l => l.ToString()).ToHashSet(StringComparer.Ordinal);
    }
}
