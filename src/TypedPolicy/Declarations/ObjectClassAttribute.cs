using System;

namespace TypedPolicy;

/// <summary>An object class with its permissions: one enum member, one bit, one permission.</summary>
/// <remarks>CIL: <c>(class x (permissions))</c>, <c>(classorder (unordered x))</c>. A member of several bits is a named permission set. The classes of the kernel and of common user-space object managers are in this library and are never declared.</remarks>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class ObjectClassAttribute : Attribute
{
    /// <summary>Declares it under the name that the C# name gives.</summary>
    public ObjectClassAttribute()
    {
    }

    /// <summary>Declares it under a name of one's own.</summary>
    /// <param name="name">The SELinux name; by default made from the C# name.</param>
    public ObjectClassAttribute(string name) => Name = name;

    /// <summary>The SELinux name, where it was given.</summary>
    public string? Name { get; }
}
