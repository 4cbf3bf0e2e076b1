using TypedPolicy.Model.Naming;

namespace TypedPolicy.Refpolicy.Bindings;

/// <summary>Something that the base policy declares, as far as its headers tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its SELinux name.</param>
/// <param name="Module">The module whose headers name it first.</param>
public sealed record BaseEntity(EntityKind Kind, string Name, string Module)
{
    /// <summary>Whether interfaces name it in optional blocks alone.</summary>
    public bool IsOptional { get; set; } = true;

    /// <summary>Of a class, the permissions that headers name, sorted.</summary>
    public SortedSet<string> Permissions { get; } = new(StringComparer.Ordinal);
}
