namespace TypedPolicy;

/// <summary>The type that encloses the class which the rule stands on.</summary>
public sealed class Owner
{
    private Owner()
    {
    }
}
