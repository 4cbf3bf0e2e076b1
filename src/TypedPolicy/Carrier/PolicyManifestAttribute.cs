using System;
using System.ComponentModel;

namespace TypedPolicy;

/// <summary>What the assembly's policy module declares. Written by the generator, read by the build; not for use in code.</summary>
/// <param name="module">The module's name.</param>
/// <param name="version">The module's version, or nothing.</param>
/// <param name="declarations">A line for each declared name: its kind, a space, the name.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicyManifestAttribute(string module, string version, string declarations) : Attribute
{
    /// <summary>The module's name.</summary>
    public string Module { get; } = module;

    /// <summary>The module's version, or nothing.</summary>
    public string Version { get; } = version;

    /// <summary>A line for each declared name: its kind, a space, the name.</summary>
    public string Declarations { get; } = declarations;
}
