using System;

namespace TypedPolicy;

/// <summary>A role; on an interface, a role attribute, whose members are the role classes that implement it.</summary>
/// <remarks>CIL: <c>(role x_r)</c>; <c>(roleattribute x)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class RoleAttribute : Attribute
{
    /// <summary>Declares it under the name that the C# name gives.</summary>
    public RoleAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name; by default made from the C# name.</param>
    public RoleAttribute(string name) => Name = name;

    /// <summary>The SELinux name, where it was given.</summary>
    public string? Name { get; }
}
