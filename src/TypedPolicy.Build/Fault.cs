namespace TypedPolicy.Build;

/// <summary>Something for which no policy is laid out.</summary>
/// <param name="Id">One of <see cref="ErrorIds"/>.</param>
/// <param name="Message">What is wrong, where, and what to do.</param>
internal sealed record Fault(string Id, string Message);
