using System;

namespace TypedPolicy;

/// <summary>Named permissions: each member is a name for permissions of one or more classes.</summary>
/// <remarks>CIL: <c>(classpermission x_member)</c>, <c>(classpermissionset x_member (class (permissions)))</c>. Each member carries a <see cref="ClassMappingAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class ClassPermissionAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public ClassPermissionAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public ClassPermissionAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
