namespace TypedPolicy.Conversion.Rendering;

/// <summary>What a statement becomes.</summary>
/// <param name="Attributes">The attributes.</param>
/// <param name="Problem">Why it cannot be rendered whole; null if it can.</param>
public sealed record RenderResult(IReadOnlyList<RenderedAttribute> Attributes, string? Problem = null)
{
    /// <summary>Nothing to write.</summary>
    public static RenderResult Nothing { get; } = new([]);

    /// <summary>A statement that no attribute of C# expresses.</summary>
    public static RenderResult NotConvertible(string problem) => new([], problem);
}
