using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>A set of types, roles, classes or permissions as a rule writes it; sets inside it are written out.</summary>
/// <param name="Names">What is in it.</param>
/// <param name="Excluded">What is removed again: <c>-a_t</c>.</param>
/// <param name="Kind">Whether all or all others are meant.</param>
public sealed record NameSet(ImmutableArray<string> Names, ImmutableArray<string> Excluded, NameSetKind Kind = NameSetKind.Listed)
{
    /// <summary>The set without members.</summary>
    public static NameSet Empty { get; } = new([], []);

    /// <summary>The one name in it, where there is nothing else.</summary>
    public string? Single => Kind == NameSetKind.Listed && Names.Length == 1 && Excluded.Length == 0 ? Names[0] : null;

    /// <inheritdoc/>
    public override string ToString()
    {
        var names = string.Join(" ", Names.Concat(Excluded.Select(e => "-" + e)));
        return Kind switch
        {
            NameSetKind.All => "*",
            NameSetKind.Complement => $"~{{ {names} }}",
            _ => Single ?? $"{{ {names} }}",
        };
    }

    /// <inheritdoc/>
    public bool Equals(NameSet? other) => other is not null && Kind == other.Kind && Names.SequenceEqual(other.Names) && Excluded.SequenceEqual(other.Excluded);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Length == 0 ? 0 : StringComparer.Ordinal.GetHashCode(Names[0]) + Names.Length;
}

/// <summary>How a set is meant.</summary>
public enum NameSetKind
{
    /// <summary>The names in it.</summary>
    Listed,

    /// <summary><c>*</c>: everything there is.</summary>
    All,

    /// <summary><c>~{ a b }</c>: everything but the names.</summary>
    Complement,
}
