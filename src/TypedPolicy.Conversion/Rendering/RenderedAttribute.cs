using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Rendering;

/// <summary>One attribute of C#, and whose class carries it.</summary>
/// <param name="Subject">The SELinux name of what the class declares; null if any class may carry the attribute.</param>
/// <param name="Kind">The kind of the subject.</param>
/// <param name="Attribute">The attribute, without brackets.</param>
public readonly record struct RenderedAttribute(string? Subject, EntityKind Kind, string Attribute)
{
    /// <summary>The same said of the other type, which accesses the subject: its name, and the attribute. A block that is about that type says it so.</summary>
    public (string Subject, string Attribute)? Forward { get; init; }

    /// <summary>Whether it labels files.</summary>
    public bool IsLabel { get; init; }
}
