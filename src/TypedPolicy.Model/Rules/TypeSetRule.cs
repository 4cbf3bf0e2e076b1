using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>
/// An attribute for a set of types that a rule of a base policy's interface writes out: <c>(typeattribute name)</c> and
/// <c>(typeattributeset name (and (a) (not (b))))</c>. It has no rules of its own, so it stands outside of conditions whatever holds the rule.
/// </summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Expression">The set.</param>
public sealed record TypeSetRule(Origin Origin, EntityRef Attribute, CilNode Expression) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}
