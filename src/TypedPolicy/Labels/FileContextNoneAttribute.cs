using System;

namespace TypedPolicy;

/// <summary>Leaves a path without a label of the policy: relabelling does not touch it.</summary>
/// <param name="path">The absolute path, or the pattern, depending on <see cref="Form"/>.</param>
/// <param name="kind">The kind of file that is meant.</param>
/// <remarks>CIL: <c>(filecon "path" kind ())</c>; <c>&lt;&lt;none&gt;&gt;</c> in the <c>.fc</c> file.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class FileContextNoneAttribute(string path, FileKind kind = FileKind.Any) : Attribute
{
    /// <summary>The path or pattern.</summary>
    public string Path { get; } = path;

    /// <summary>The kind of file that is meant.</summary>
    public FileKind Kind { get; } = kind;

    /// <summary>What <see cref="Path"/> is: one path, a directory with all that is in it, or a pattern.</summary>
    public PathForm Form { get; set; }
}
