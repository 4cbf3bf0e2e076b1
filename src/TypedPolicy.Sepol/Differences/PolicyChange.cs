namespace TypedPolicy.Sepol.Differences;

/// <summary>One difference between two policies.</summary>
public abstract record PolicyChange
{
    private protected PolicyChange()
    {
    }

    /// <summary>What differs, by a name of <see cref="PolicyDifference.Kinds"/>.</summary>
    public abstract string Kind { get; init; }

    /// <summary>The types and attributes that the difference names.</summary>
    internal IEnumerable<string> Types { get; init; } = [];

    /// <summary>Whether the difference names one of these types.</summary>
    internal virtual bool Touches(IReadOnlySet<string> types) => Types.Any(types.Contains);

    /// <summary>Whether the difference is about an attribute that a compiler or converter made up.</summary>
    internal virtual bool IsGenerated => false;
}
