using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Learning.Editing;

/// <summary>A file before and after an edit.</summary>
internal sealed record EditedText(string Path, SourceText Before, SourceText After);
