namespace TypedPolicy.Sepol.Linking;

/// <summary>The place in a source that a line mark of CIL names: for a policy in C#, the file and line of the attribute.</summary>
/// <param name="File">The file, as the mark writes it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourceMark(string File, int Line)
{
    /// <summary>As messages write it.</summary>
    public override string ToString() => $"{File}:{Line}";
}
