using System;

namespace TypedPolicy;

/// <summary>Something that another policy declares, the base policy or another module: it is referenced here, never declared.</summary>
/// <remarks>CIL: no statement. A class alone is a type, an interface an attribute, an enum an object class; with <see cref="RoleAttribute"/>, <see cref="UserAttribute"/>, <see cref="PolicyBooleanAttribute"/> or <see cref="TunableAttribute"/> beside it, one of those.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum, Inherited = false)]
public sealed class ExternalAttribute : Attribute
{
    /// <summary>Refers to it by the name derived from the C# name.</summary>
    public ExternalAttribute()
    {
    }

    /// <summary>Refers to it by its SELinux name.</summary>
    /// <param name="name">The SELinux name.</param>
    public ExternalAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
