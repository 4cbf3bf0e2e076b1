namespace TypedPolicy.Model;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file, relative to the project, with <c>/</c> as separator.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
/// <param name="Outer">For a rule of a template: the place of the class that derives from it.</param>
public sealed record Place(string File, int Line, int Column, int EndLine, int EndColumn, Origin Outer)
{
    /// <summary>Orders places by file, then line, then column.</summary>
    public static int Compare(Place left, Place right)
    {
        var order = string.CompareOrdinal(left.File, right.File);
        order = order != 0 ? order : left.Line.CompareTo(right.Line);
        return order != 0 ? order : left.Column.CompareTo(right.Column);
    }
}
