using System;

namespace TypedPolicy;

/// <summary>Labels all paths that match a regular expression. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(filecon "pattern" kind context)</c>, and a line of the <c>.fc</c> file. <c>HOME_DIR</c> at its start stands for every user's home directory, <c>HOME_ROOT</c> for the directories that those lie in.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class FileContextPatternAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="pattern">The pattern in the grammar of file contexts: literals, <c>\.</c> and other escapes, <c>.</c>, <c>[...]</c>, groups with <c>|</c>, and <c>* + ?</c>. It matches a whole path.</param>
    /// <param name="kind">The kind of file that is meant.</param>
    public FileContextPatternAttribute(string pattern, FileKind kind = FileKind.Any)
    {
        Pattern = pattern;
        Kind = kind;
    }

    /// <summary>The pattern.</summary>
    public string Pattern { get; }

    /// <summary>The kind of file that is meant.</summary>
    public FileKind Kind { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
