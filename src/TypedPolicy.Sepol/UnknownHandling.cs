namespace TypedPolicy.Sepol;

/// <summary>What a kernel does with classes and permissions that the policy does not know.</summary>
public enum UnknownHandling
{
    /// <summary>They are denied.</summary>
    Deny,

    /// <summary>They are allowed.</summary>
    Allow,

    /// <summary>The policy is not loaded.</summary>
    Reject,
}
