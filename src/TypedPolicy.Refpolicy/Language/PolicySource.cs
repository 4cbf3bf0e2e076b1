using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>
/// A <c>.te</c> or <c>.if</c> file as its author wrote it: statements, calls of interfaces, the macros that hold statements, and words for
/// sets of permissions, with nothing expanded.
/// </summary>
/// <param name="File">The file; places in it are <see cref="SourceFile.PlaceOf"/> of a statement's start.</param>
/// <param name="Statements">The statements.</param>
/// <param name="Comments">The comments, also those in blocks, in order.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PolicySource(SourceFile File, ImmutableArray<Statement> Statements, ImmutableArray<Comment> Comments, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, for places.</param>
    /// <param name="text">Its text.</param>
    public static PolicySource Read(string name, string text)
    {
        var map = new SourceMap();
        var file = map.Add(name, text);
        var problems = new ProblemList(map, new CallFrames());
        var comments = new List<Comment>();
        var statements = PolicyParser.ParseSource(MappedText.Of(file), problems, comments);
        return new PolicySource(file, statements, [.. comments.Distinct().OrderBy(c => c.Start)], [.. problems.Problems]);
    }

    /// <summary>The text of a comment, without its <c>#</c> and the blanks around it.</summary>
    public string TextOf(Comment comment) => File.Text.Substring(comment.Start, comment.Length).TrimStart('#').Trim();
}
