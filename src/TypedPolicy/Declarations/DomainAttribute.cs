using System;

namespace TypedPolicy;

/// <summary>A domain: the type of a process.</summary>
/// <remarks>CIL: <c>(type x_t)</c>, <c>(roletype object_r x_t)</c>, <c>(typeattributeset domain (x_t))</c>. Add <see cref="RoleAttribute{TRole}"/> for each role that may run it.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DomainAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public DomainAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public DomainAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
