using System;

namespace TypedPolicy;

/// <summary>A tunable: a condition that is decided when the policy is built.</summary>
/// <remarks>CIL: <c>(tunable x false)</c>. Use it as the condition of an <see cref="IfAttribute{TCondition}"/> block.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TunableAttribute : Attribute
{
    /// <summary>Declares it under the name that the C# name gives.</summary>
    public TunableAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name; by default made from the C# name.</param>
    public TunableAttribute(string name) => Name = name;

    /// <summary>The SELinux name, where it was given.</summary>
    public string? Name { get; }

    /// <summary>The value that the policy is built with.</summary>
    public bool Default { get; set; }
}
