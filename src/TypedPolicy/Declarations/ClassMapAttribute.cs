using System;

namespace TypedPolicy;

/// <summary>A class map: permissions of one's own, each standing for permissions of several classes.</summary>
/// <remarks>CIL: <c>(classmap x (members))</c>; each member gives <c>(classmapping x member (class (permissions)))</c>. Each member carries a <see cref="ClassMappingAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class ClassMapAttribute : Attribute
{
    /// <summary>Declares it under the name that the C# name gives.</summary>
    public ClassMapAttribute()
    {
    }

    /// <summary>Declares it under a name of one's own.</summary>
    /// <param name="name">The SELinux name; by default made from the C# name.</param>
    public ClassMapAttribute(string name) => Name = name;

    /// <summary>The SELinux name, where it was given.</summary>
    public string? Name { get; }
}
