using System;
using System.ComponentModel;

namespace TypedPolicy;

/// <summary>An error for which the assembly carries no policy files. Written by the generator, read by the build; not for use in code.</summary>
/// <param name="id">The id of the diagnostic.</param>
/// <param name="file">The source file, relative to the project.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column, from 1.</param>
/// <param name="endLine">The last line.</param>
/// <param name="endColumn">The column after the last character.</param>
/// <param name="message">What is wrong, and what to write instead.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicyProblemAttribute(string id, string file, int line, int column, int endLine, int endColumn, string message) : Attribute
{
    /// <summary>The id of the diagnostic.</summary>
    public string Id { get; } = id;

    /// <summary>The source file, relative to the project.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>The last line.</summary>
    public int EndLine { get; } = endLine;

    /// <summary>The column after the last character.</summary>
    public int EndColumn { get; } = endColumn;

    /// <summary>What is wrong, and what to write instead.</summary>
    public string Message { get; } = message;
}
