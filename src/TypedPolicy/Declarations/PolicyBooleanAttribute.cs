using System;

namespace TypedPolicy;

/// <summary>A boolean: a condition that an administrator sets at run time (<c>setsebool</c>).</summary>
/// <remarks>CIL: <c>(boolean x false)</c>. Use it as the condition of an <see cref="IfAttribute{TCondition}"/> block.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PolicyBooleanAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public PolicyBooleanAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name.</param>
    public PolicyBooleanAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }

    /// <summary>The value until an administrator sets another one.</summary>
    public bool Default { get; set; }
}
