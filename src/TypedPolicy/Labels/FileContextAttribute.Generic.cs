using System;

namespace TypedPolicy;

/// <summary>Labels one path. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(filecon "/usr/bin/gravity" kind context)</c>, and a line of the <c>.fc</c> file. <c>HOME_DIR</c> at its start stands for every user's home directory, <c>HOME_ROOT</c> for the directories that those lie in.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class FileContextAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="path">The absolute path, literal: it is escaped for you.</param>
    /// <param name="kind">The kind of file that is meant.</param>
    public FileContextAttribute(string path, FileKind kind = FileKind.Any)
    {
        Path = path;
        Kind = kind;
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The kind of file that is meant.</summary>
    public FileKind Kind { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
