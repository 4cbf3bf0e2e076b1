using System;

namespace TypedPolicy;

/// <summary>Labels files of a file system that has no labels of its own, such as proc or sysfs. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(genfscon proc "/gravity" context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class GenfsAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="filesystem">The name of the file system: <c>proc</c>.</param>
    /// <param name="path">The path from the root of the file system, literal, beginning with <c>/</c>; it stands for all paths that begin with it.</param>
    public GenfsAttribute(string filesystem, string path)
    {
        Filesystem = filesystem;
        Path = path;
    }

    /// <summary>The name of the file system.</summary>
    public string Filesystem { get; }

    /// <summary>The path from the root of the file system.</summary>
    public string Path { get; }

    /// <summary>The kind of file that is meant.</summary>
    public FileKind Kind { get; set; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
