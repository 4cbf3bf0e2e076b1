using System;

namespace TypedPolicy;

/// <summary>Sets where the labels of a file system come from, and the label of the file system itself. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(fsuse xattr ext4 context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class FsUseAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="kind">Where the labels come from.</param>
    /// <param name="filesystem">The name of the file system: <c>ext4</c>.</param>
    public FsUseAttribute(FsUseKind kind, string filesystem)
    {
        Kind = kind;
        Filesystem = filesystem;
    }

    /// <summary>Where the labels come from.</summary>
    public FsUseKind Kind { get; }

    /// <summary>The name of the file system.</summary>
    public string Filesystem { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
