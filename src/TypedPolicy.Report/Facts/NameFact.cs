using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Report.Facts;

/// <summary>A type or attribute.</summary>
/// <param name="Name">Its name in the policy.</param>
/// <param name="IsAttribute">Whether it is an attribute.</param>
/// <param name="IsOwn">Whether the policy of the report declares it.</param>
/// <param name="Others">The numbers of an attribute's types, or of a type's attributes.</param>
internal sealed record NameFact(string Name, bool IsAttribute, bool IsOwn, IReadOnlyList<int> Others)
{
    /// <summary>Whether a compiler made the attribute up, such as <c>base_typeattr_12</c>.</summary>
    public bool IsMadeUp { get; init; }

    /// <summary>Its class in C#; empty for one that comes from no C#.</summary>
    public string CSharp { get; init; } = "";

    /// <summary>How its author describes it.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Where it is declared; null if it comes from no C#.</summary>
    public int? Place { get; init; }

    /// <summary>What rules let it do; none for a name whose rules are not a matter of the report.</summary>
    public IReadOnlyList<AccessFact> Access { get; init; } = [];
}

/// <summary>A C# line.</summary>
/// <param name="Mark">Its file and number.</param>
/// <param name="Text">Its text; null if the source is not at hand.</param>
internal sealed record PlaceFact(SourceMark Mark, string? Text);
