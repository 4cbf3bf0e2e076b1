namespace TypedPolicy.Report.Facts;

/// <summary>A process type.</summary>
/// <param name="Type">Its number.</param>
/// <param name="Roles">The roles that may have it.</param>
/// <param name="IsPermissive">Whether what it may not do is only logged.</param>
/// <param name="Reaches">The places in the list of domains of those that its information reaches at once, or through one object.</param>
internal sealed record DomainFact(int Type, IReadOnlyList<string> Roles, bool IsPermissive, IReadOnlyList<int> Reaches)
{
    /// <summary>How many types of files it may read.</summary>
    public int ReadTypes { get; init; }

    /// <summary>How many it may change.</summary>
    public int WrittenTypes { get; init; }

    /// <summary>How many it may execute.</summary>
    public int ExecutedTypes { get; init; }

    /// <summary>What a reviewer should know of.</summary>
    public IReadOnlyList<PowerFact> Powers { get; init; } = [];
}

/// <summary>That a domain has a permission that a reviewer should know of.</summary>
/// <param name="Danger">The number of the permission.</param>
/// <param name="By">The number of the name whose rule gives it: the domain, or an attribute of it.</param>
/// <param name="Condition">The number of the condition.</param>
/// <param name="Justification">The number of the author's reason; null if there is none.</param>
/// <param name="IsOfBase">Whether a rule of the base gives it, for which the author of this policy owes no reason.</param>
internal sealed record PowerFact(int Danger, int By, int Condition, int? Justification, bool IsOfBase)
{
    /// <summary>Whether a reason is missing.</summary>
    public bool LacksReason => Justification is null && !IsOfBase;
}
