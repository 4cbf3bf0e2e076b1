using System;

namespace TypedPolicy;

/// <summary>A class map: custom permissions, each standing for permissions of several classes.</summary>
/// <remarks>CIL: <c>(classmap x (members))</c>; each member gives <c>(classmapping x member (class (permissions)))</c>. Each member carries a <see cref="ClassMappingAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class ClassMapAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name: its words, without <c>Perms</c> at the end.</summary>
    public ClassMapAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public ClassMapAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
