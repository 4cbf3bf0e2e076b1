using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary><c>constrain</c> or <c>mlsconstrain</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Mls">Whether levels may be compared.</param>
/// <param name="Permissions">What is constrained.</param>
/// <param name="Expression">The condition.</param>
public sealed record ConstraintRule(Origin Origin, bool Mls, PermissionSet Permissions, CilNode Expression) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.ClassOf(Permissions);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}

/// <summary><c>validatetrans</c> or <c>mlsvalidatetrans</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Mls">Whether levels may be compared.</param>
/// <param name="Class">The object class.</param>
/// <param name="Expression">The condition.</param>
public sealed record ValidateTransitionRule(Origin Origin, bool Mls, EntityRef Class, CilNode Expression) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Class(Class)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}

/// <summary><c>defaultuser</c>, <c>defaultrole</c>, <c>defaulttype</c> or <c>defaultrange</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Keyword">Which of them.</param>
/// <param name="Class">The object class.</param>
/// <param name="From"><c>source</c> or <c>target</c>.</param>
/// <param name="RangePart">For ranges <c>low</c>, <c>high</c> or <c>low-high</c>.</param>
public sealed record ClassDefaultRule(Origin Origin, string Keyword, EntityRef Class, string From, string? RangePart) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Class(Class)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}

/// <summary>A statement that was written in CIL.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Statement">The statement.</param>
public sealed record RawRule(Origin Origin, CilList Statement) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}
