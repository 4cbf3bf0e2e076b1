using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Declarations;

/// <summary>Something that the policy declares, with the rules on it: one section of the CIL.</summary>
/// <param name="Origin">Where it is declared.</param>
/// <param name="Entity">What it declares.</param>
/// <param name="CSharpName">The full C# name.</param>
/// <param name="Summary">The first words of its documentation, on one line.</param>
/// <param name="Rules">The rules on it.</param>
public abstract record Declaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules)
{
    /// <summary>Which findings on it are meant so, and why.</summary>
    public EquatableArray<Justification> Justifications { get; init; } = EquatableArray<Justification>.Empty;

    /// <summary>The names in its head, and what may be in the place of each.</summary>
    public virtual IEnumerable<Operand> Operands() => [];
}
