namespace TypedPolicy.Model.Declarations;

/// <summary>That the findings of a rule are meant so.</summary>
/// <param name="Origin">The place of the attribute.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Reason">Why.</param>
public sealed record Justification(Origin Origin, string Rule, string Reason);
