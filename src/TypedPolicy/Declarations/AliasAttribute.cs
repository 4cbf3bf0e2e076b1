using System;

namespace TypedPolicy;

/// <summary>Another name for the same type, for policies that still use an old one.</summary>
/// <param name="name">The other SELinux name.</param>
/// <remarks>CIL: <c>(typealias old_t)</c>, <c>(typealiasactual old_t x_t)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AliasAttribute(string name) : Attribute
{
    /// <summary>The other SELinux name.</summary>
    public string Name { get; } = name;
}
