namespace TypedPolicy.Report.Facts;

/// <summary>All that a report contains. What names something else has its number in one of these lists.</summary>
internal sealed record PolicyFacts
{
    /// <summary>What the policy is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is linked with, in words; empty for a policy that is whole by itself.</summary>
    public required string Base { get; init; }

    /// <summary>The types and attributes, by name.</summary>
    public required IReadOnlyList<NameFact> Names { get; init; }

    public required IReadOnlyList<PermissionFact> Permissions { get; init; }

    public required IReadOnlyList<ConditionFact> Conditions { get; init; }

    public required IReadOnlyList<PlaceFact> Places { get; init; }

    /// <summary>The domains that the report is about.</summary>
    public required IReadOnlyList<DomainFact> Domains { get; init; }

    public required IReadOnlyList<TransitionFact> Transitions { get; init; }

    public required IReadOnlyList<LabelFact> Labels { get; init; }

    public required IReadOnlyList<PortFact> Ports { get; init; }

    public required IReadOnlyList<BooleanFact> Booleans { get; init; }

    public required IReadOnlyList<DangerFact> Dangers { get; init; }

    public required IReadOnlyList<JustificationFact> Justifications { get; init; }

    /// <summary>How it differs from an earlier release; null if it was compared with none.</summary>
    public IReadOnlyList<ChangeFact>? Changes { get; init; }

    /// <summary>How many rules the linked policy has.</summary>
    public required int Rules { get; init; }
}
