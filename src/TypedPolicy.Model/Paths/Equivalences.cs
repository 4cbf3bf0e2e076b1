using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>The equivalences of a target, in the order of its <c>file_contexts.subs_dist</c>.</summary>
/// <remarks>
/// Where several match, the last line wins: so libselinux 3.4 to 3.7, and again from 3.9. A label below an alias is
/// never consulted, since only the path that is looked up is substituted.
/// </remarks>
public sealed partial record Equivalences
{
    /// <summary>No equivalences.</summary>
    public static Equivalences None { get; } = new([]);

    /// <summary>How many equivalences may follow one another: <c>/var/run</c> to <c>/run/lock</c> to <c>/var/lock</c>.</summary>
    private const int MaxChain = 16;

    /// <summary>Makes a table.</summary>
    /// <param name="entries">The lines, in the file's order: the most specific last.</param>
    public Equivalences(ImmutableArray<Equivalence> entries)
    {
        Entries = entries.IsDefault ? [] : entries;
    }

    /// <summary>The lines, in the file's order.</summary>
    public ImmutableArray<Equivalence> Entries { get; }

    /// <summary>Reads a <c>file_contexts.subs_dist</c> as libselinux does: a line without two words has no effect.</summary>
    public static Equivalences Parse(string text)
    {
        var entries = ImmutableArray.CreateBuilder<Equivalence>();
        foreach (string line in (text ?? "").Split('\n'))
        {
            string[] words = line.Split([' ', '\t', '\r', '\v', '\f'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2 && words[0][0] != '#')
            {
                entries.Add(new(words[0], words[1]));
            }
        }

        return new(entries.ToImmutable());
    }

    /// <summary>The path whose label a path gets: one replacement, of the last line that covers it.</summary>
    public string Apply(string path) => FindLast(path) is { } equivalence ? equivalence.Substitute(path) : path;

    /// <inheritdoc/>
    public bool Equals(Equivalences? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Aggregate(17, (hash, entry) => unchecked((hash * 31) + entry.GetHashCode()));

    private Equivalence? FindLast(string path)
    {
        for (int i = Entries.Length - 1; i >= 0; i--)
        {
            if (Entries[i].Covers(path))
            {
                return Entries[i];
            }
        }

        return null;
    }
}
