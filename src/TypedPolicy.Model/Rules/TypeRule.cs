using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>What a type rule does.</summary>
public enum TypeRuleKind
{
    /// <summary><c>typetransition</c>.</summary>
    Transition,

    /// <summary><c>typechange</c>.</summary>
    Change,

    /// <summary><c>typemember</c>.</summary>
    Member,
}

/// <summary><c>(typetransition source target class result)</c> and its like.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Source">The subject.</param>
/// <param name="Target">The type of the directory or executable.</param>
/// <param name="Class">The object class.</param>
/// <param name="FileName">The file name, where the rule holds for one alone.</param>
/// <param name="Result">The type that comes out.</param>
public sealed record TypeRule(Origin Origin, TypeRuleKind Kind, EntityRef Source, EntityRef Target, EntityRef Class, TextArgument? FileName, EntityRef Result) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Subject(Source), Operand.Target(Target), Operand.Class(Class), new(Result, Expected.OneType, "the result of a transition")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Target = arguments.Of(Target), Class = arguments.Of(Class), FileName = arguments.Of(FileName), Result = arguments.Of(Result) }];
}
