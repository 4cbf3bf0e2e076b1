namespace TypedPolicy.Testing;

/// <summary>A policy is not as a test says. The message says why, in the policy's own terms; any test framework reports it.</summary>
public sealed class PolicyAssertionException : Exception
{
    /// <summary>An exception without words.</summary>
    public PolicyAssertionException()
    {
    }

    /// <summary>An exception that says what is otherwise, and why.</summary>
    public PolicyAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is otherwise, and why.</summary>
    public PolicyAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
