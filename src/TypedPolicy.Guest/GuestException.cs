namespace TypedPolicy.Guest;

/// <summary>Thrown when a guest cannot be made or booted, or stops answering: what happened, and the end of its console.</summary>
public sealed class GuestException : Exception
{
    /// <summary>Initializes a new instance.</summary>
    public GuestException()
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What happened.</param>
    public GuestException(string message) : base(message)
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What it came from.</param>
    public GuestException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
