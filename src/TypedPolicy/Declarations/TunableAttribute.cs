using System;

namespace TypedPolicy;

/// <summary>A tunable: a condition that is decided when the policy is built.</summary>
/// <remarks>CIL: <c>(tunable x false)</c>. Use it as the condition of an <see cref="IfAttribute{TCondition}"/> block.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TunableAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public TunableAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public TunableAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }

    /// <summary>The value that the policy is built with.</summary>
    public bool Default { get; set; }
}
