using EntityKind = TypedPolicy.Model.Naming.EntityKind;


namespace TypedPolicy.Conversion.Placing;

/// <summary>One attribute of C#, and whose class carries it.</summary>
/// <param name="Subject">The SELinux name of the carrier; null if any class may carry it.</param>
/// <param name="Kind">What the carrier is.</param>
/// <param name="Attribute">The attribute, without brackets.</param>
public readonly record struct Saying(string? Subject, EntityKind Kind, string Attribute);

/// <summary>What a statement becomes.</summary>
/// <param name="Sayings">The attributes.</param>
/// <param name="Problem">Why it cannot be said whole; null if it can.</param>
public sealed record Said(IReadOnlyList<Saying> Sayings, string? Problem = null)
{
    /// <summary>Nothing to write.</summary>
    public static Said Nothing { get; } = new([]);

    /// <summary>A statement that C# has no word for.</summary>
    public static Said Not(string problem) => new([], problem);
}
