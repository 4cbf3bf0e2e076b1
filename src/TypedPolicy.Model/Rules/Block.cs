using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>A condition of a block.</summary>
/// <param name="Subject">The boolean or tunable.</param>
/// <param name="IsTrue">Whether it must be true, or false.</param>
public readonly record struct Condition(EntityRef Subject, bool IsTrue)
{
    /// <summary>For a condition that is not a single boolean, the expression, whose text is the name of <see cref="Subject"/>.</summary>
    public CilNode? Expression { get; init; }
}

/// <summary>A group of rules that holds under conditions, or where everything that it names exists.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Name">The C# name, for the name of the CIL optional.</param>
/// <param name="Conditions">The conditions; all must hold.</param>
/// <param name="IsOptional">Whether it is left out where something that it names does not exist.</param>
/// <param name="Rules">The rules.</param>
public sealed record Block(Origin Origin, string Name, EquatableArray<Condition> Conditions, bool IsOptional, EquatableArray<Rule> Rules) : Rule(Origin)
{
    /// <summary>Where each condition is written; empty if only the block is known.</summary>
    public EquatableArray<Origin> ConditionPlaces { get; init; } = EquatableArray<Origin>.Empty;

    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) =>
    [
        this with
        {
            Conditions = EquatableArray.From(Conditions.Select(c => c with { Subject = arguments.Of(c.Subject) })),
            Rules = EquatableArray.From(Rules.SelectMany(arguments.Apply)),
        },
    ];
}
