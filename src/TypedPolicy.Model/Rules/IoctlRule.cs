using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Model.Rules;

/// <summary><c>(allowx source target (ioctl class (numbers)))</c> and its like.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Source">Who accesses.</param>
/// <param name="Target">What is accessed.</param>
/// <param name="Class">The object class.</param>
/// <param name="Requests">The request numbers.</param>
public sealed record IoctlRule(Origin Origin, AccessKind Kind, EntityRef Source, EntityRef Target, EntityRef Class, IoctlRequests Requests) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Subject(Source), Operand.Target(Target), Operand.Class(Class)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Target = arguments.Of(Target), Class = arguments.Of(Class) }];
}
