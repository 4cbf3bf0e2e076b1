using System;

namespace TypedPolicy;

/// <summary>An object class with its permissions: one enum member, one bit, one permission. <c>LampPerms</c> is the class <c>lamp</c>, as <c>FilePerms</c> is <c>file</c>.</summary>
/// <remarks>CIL: <c>(class x (permissions))</c>, <c>(classorder (unordered x))</c>. A member of several bits is a named permission set. The classes of the kernel and of common user-space object managers are in this library and are never declared.</remarks>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class ObjectClassAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name: its words, without <c>Perms</c> at the end.</summary>
    public ObjectClassAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public ObjectClassAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
