using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Labels;

/// <summary>A <c>.fc</c> file as its author wrote it, with nothing expanded.</summary>
/// <param name="File">The file; places in it are <see cref="SourceFile.PlaceOf"/> of an item's start.</param>
/// <param name="Items">The lines and blocks.</param>
/// <param name="Comments">The comments, in order.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record FileContextSource(SourceFile File, ImmutableArray<FileContextItem> Items, ImmutableArray<Comment> Comments, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, for places.</param>
    /// <param name="text">Its text.</param>
    public static FileContextSource Read(string name, string text)
    {
        var map = new SourceMap();
        var file = map.Add(name, text);
        var problems = new ProblemList(map, new CallFrames());
        var comments = new List<Comment>();
        var items = new FileContextParser(file, problems, comments, 0, text.Length, depth: 0).Parse();
        return new FileContextSource(file, items, [.. comments], [.. problems.Problems]);
    }
}
