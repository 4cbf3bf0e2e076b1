namespace TypedPolicy.Sepol;

/// <summary>A question that cannot be answered: a library that is not installed, a file that is not a policy, a name that the policy does not have.</summary>
public sealed class SepolException : Exception
{
    /// <summary>An exception without words.</summary>
    public SepolException()
    {
    }

    /// <summary>Initializes an exception with a message.</summary>
    public SepolException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with a message and its cause.</summary>
    public SepolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
