namespace TypedPolicy;

/// <summary>
/// The type that encloses the class with the rule. In a block for another subject (<see cref="RulesForAttribute{TSubject}"/>) of an interface it is the class that the interface is
/// applied to, of a template the one that derives from it.
/// </summary>
public sealed class Owner
{
    private Owner()
    {
    }
}
