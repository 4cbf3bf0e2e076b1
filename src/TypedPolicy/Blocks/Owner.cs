namespace TypedPolicy;

/// <summary>The type that encloses the class with the rule.</summary>
public sealed class Owner
{
    private Owner()
    {
    }
}
