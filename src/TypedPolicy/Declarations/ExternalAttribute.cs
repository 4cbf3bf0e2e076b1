using System;

namespace TypedPolicy;

/// <summary>Something that another policy declares, the base policy or another module: it is referenced here, never declared.</summary>
/// <remarks>CIL: no statement. A class alone is a type, an interface an attribute, an enum an object class; with <see cref="RoleAttribute"/>, <see cref="UserAttribute"/>, <see cref="PolicyBooleanAttribute"/> or <see cref="TunableAttribute"/> beside it, one of those.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum, Inherited = false)]
public sealed class ExternalAttribute : Attribute
{
    /// <summary>Refers to it by the name that the C# name gives.</summary>
    public ExternalAttribute()
    {
    }

    /// <summary>Refers to it by its SELinux name.</summary>
    /// <param name="name">The SELinux name; by default made from the C# name.</param>
    public ExternalAttribute(string name) => Name = name;

    /// <summary>The SELinux name, where it was given.</summary>
    public string? Name { get; }
}
