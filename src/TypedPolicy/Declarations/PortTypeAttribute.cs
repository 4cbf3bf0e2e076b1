using System;

namespace TypedPolicy;

/// <summary>A type for network ports.</summary>
/// <remarks>CIL: <c>(type x_t)</c>, <c>(roletype object_r x_t)</c>, <c>(typeattributeset port_type (x_t))</c>. See <see cref="PortAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PortTypeAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public PortTypeAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public PortTypeAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
