namespace TypedPolicy.Refpolicy.Sources;

/// <summary>A place in a policy source.</summary>
/// <param name="File">The file, as its reader was told.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
public sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>The place as compilers write it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
