namespace TypedPolicy.Testing;

/// <summary>Thrown when a policy assertion fails. The message explains why, in the policy's own terms; any test framework reports it.</summary>
public sealed class PolicyAssertionException : Exception
{
    /// <summary>An exception without words.</summary>
    public PolicyAssertionException()
    {
    }

    /// <summary>Initializes an exception with a message that explains the failure.</summary>
    public PolicyAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with a message that explains the failure.</summary>
    public PolicyAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
