namespace TypedPolicy.Sepol;

/// <summary>A question that cannot be answered: a library that is not installed, a file that is no policy, a name that the policy does not have.</summary>
public sealed class SepolException : Exception
{
    /// <summary>An exception without words.</summary>
    public SepolException()
    {
    }

    /// <summary>An exception that says what is wrong.</summary>
    public SepolException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is wrong and why.</summary>
    public SepolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
