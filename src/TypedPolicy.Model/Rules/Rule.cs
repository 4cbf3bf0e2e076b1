namespace TypedPolicy.Model.Rules;

/// <summary>One rule of the policy, as C# declares it: what it is lowered to may be several CIL statements.</summary>
/// <param name="Origin">Where it is written.</param>
public abstract record Rule(Origin Origin)
{
    /// <summary>The names in it, and what may be in the place of each. Blocks and calls have none of their own.</summary>
    public abstract IEnumerable<Operand> Operands();

    /// <summary>The rule of an interface that is written out: arguments of the call in place of parameters. The place of the call is put in by <see cref="Substitution"/>.</summary>
    internal abstract IEnumerable<Rule> With(Substitution arguments);
}
