namespace TypedPolicy;

/// <summary>Where a new object takes a part of its context from.</summary>
public enum DefaultFrom
{
    /// <summary>From the process that creates it (<c>source</c>).</summary>
    Source = 0,

    /// <summary>From the object that it is created in (<c>target</c>).</summary>
    Target = 1,
}
