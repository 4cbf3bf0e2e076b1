using System;

namespace TypedPolicy;

/// <summary>A type that joins no attribute by itself.</summary>
/// <remarks>CIL: <c>(type x_t)</c>, <c>(roletype object_r x_t)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PolicyTypeAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public PolicyTypeAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public PolicyTypeAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}
