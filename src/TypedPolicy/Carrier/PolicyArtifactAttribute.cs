using System;
using System.ComponentModel;

namespace TypedPolicy;

/// <summary>A policy file that the assembly carries. Written by the generator, read by the build; not for use in code.</summary>
/// <param name="path">The path below the policy folder.</param>
/// <param name="targets">The targets that it is for, separated by spaces.</param>
/// <param name="parts">The numbers of the parts that it consists of, in order, separated by spaces.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicyArtifactAttribute(string path, string targets, string parts) : Attribute
{
    /// <summary>The path below the policy folder.</summary>
    public string Path { get; } = path;

    /// <summary>The targets that it is for, separated by spaces.</summary>
    public string Targets { get; } = targets;

    /// <summary>The numbers of the parts that it consists of, in order, separated by spaces.</summary>
    public string Parts { get; } = parts;
}
