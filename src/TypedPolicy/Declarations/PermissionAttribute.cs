using System;

namespace TypedPolicy;

/// <summary>The SELinux name of a permission, where the C# name does not give it.</summary>
/// <param name="name">The permission's name in the policy.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class PermissionAttribute(string name) : Attribute
{
    /// <summary>The permission's name in the policy.</summary>
    public string Name { get; } = name;
}
