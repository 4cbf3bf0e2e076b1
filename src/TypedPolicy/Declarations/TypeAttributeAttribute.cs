using System;

namespace TypedPolicy;

/// <summary>An SELinux attribute: a name for a set of types. A class that implements the interface is a member.</summary>
/// <remarks>CIL: <c>(typeattribute x)</c>; each member gives <c>(typeattributeset x (member_t))</c>. An interface that extends another puts its members into both.</remarks>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class TypeAttributeAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public TypeAttributeAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public TypeAttributeAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }

    /// <summary>Whether the policy compiler replaces the attribute by its members.</summary>
    public Expansion Expand { get; set; }
}
