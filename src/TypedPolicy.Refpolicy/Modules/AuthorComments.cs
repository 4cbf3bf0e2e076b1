using System.Collections;
using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>What an author wrote beside a statement: lines without <c>#</c> and decoration, all of them in order.</summary>
/// <param name="above">The lines above it.</param>
/// <param name="behind">The lines behind it, on its own line.</param>
public sealed class AuthorComments(ImmutableArray<string> above, ImmutableArray<string> behind) : IReadOnlyList<string>
{
    /// <summary>The condition of the policy's settings under which the module has the statement, where it is the first to be under it in its block: <c>ifdef(enable_mcs)</c>.</summary>
    public string? Condition { get; init; }

    /// <summary>Those of the lines above that head a section: a ruler is over them.</summary>
    public ImmutableHashSet<string> Heads { get; init; } = [];

    /// <summary>The lines above the statement.</summary>
    public ImmutableArray<string> Above { get; } = above;

    /// <summary>What is written behind it, on one line; null if nothing is.</summary>
    public string? Behind { get; } = behind.Any(l => l.Length > 0) ? string.Join(" ", behind.Where(l => l.Length > 0)) : null;

    /// <inheritdoc/>
    public int Count => Above.Length + (Behind is null ? 0 : 1);

    /// <inheritdoc/>
    public string this[int index] => index < Above.Length ? Above[index] : Behind!;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => (Behind is null ? Above : Above.Add(Behind)).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
