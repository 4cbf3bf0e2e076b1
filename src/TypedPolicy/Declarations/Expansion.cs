namespace TypedPolicy;

/// <summary>Whether the policy compiler replaces an attribute by its members (<c>expandtypeattribute</c>).</summary>
public enum Expansion
{
    /// <summary>The policy compiler decides.</summary>
    Unspecified = 0,

    /// <summary><c>(expandtypeattribute x true)</c>: rules are written for each member.</summary>
    Always = 1,

    /// <summary><c>(expandtypeattribute x false)</c>: the attribute stays in the kernel's policy.</summary>
    Never = 2,
}
