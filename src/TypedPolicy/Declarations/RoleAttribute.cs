using System;

namespace TypedPolicy;

/// <summary>A role; on an interface, a role attribute, whose members are the role classes that implement it.</summary>
/// <remarks>CIL: <c>(role x_r)</c>; <c>(roleattribute x)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class RoleAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public RoleAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public RoleAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
