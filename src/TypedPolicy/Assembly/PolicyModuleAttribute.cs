using System;

namespace TypedPolicy;

/// <summary>The policy module that the assembly declares.</summary>
/// <param name="name">
/// The module's name: a letter, then letters, digits, <c>_</c>, <c>-</c> and single dots. It is the name of the files
/// (<c>NAME.cil</c>, <c>NAME.fc</c>), the one that <c>semodule -l</c> shows, and the prefix of its interfaces.
/// </param>
/// <remarks>Without this attribute the module has the assembly's name, with characters that SELinux does not allow replaced.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PolicyModuleAttribute(string name) : Attribute
{
    /// <summary>The module's name.</summary>
    public string Name { get; } = name;

    /// <summary>The module's version, as a comment in the policy and in <c>PolicyNames</c>.</summary>
    public string? Version { get; set; }
}
