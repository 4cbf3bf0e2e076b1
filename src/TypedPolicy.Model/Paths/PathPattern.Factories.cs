using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>How patterns are made.</summary>
public sealed partial record PathPattern
{
    private const int MaxSourceLength = 2 * MaxLength;

    /// <summary>One path, taken literally; <c>HOME_DIR</c> and <c>HOME_ROOT</c> at its start are templates.</summary>
    public static PathPattern Literal(string path) => FromPath(path ?? "", withContents: false);

    /// <summary>A directory, taken literally, with everything in it: <c>path(/.*)?</c>.</summary>
    public static PathPattern Tree(string path) => FromPath(path ?? "", withContents: true);

    /// <summary>A pattern that an author wrote: literals, escapes, <c>.</c>, <c>[…]</c>, groups with <c>|</c>, and <c>* + ? {n} {n,} {n,m}</c>.</summary>
    public static PathPattern Parse(string pattern)
    {
        string source = pattern ?? "";
        List<PathProblem> problems = [];
        if (!CanRead(source, problems))
        {
            return new(source, null, problems);
        }

        PathSequence? tree = PathParser.Parse(source, problems);
        if (tree is not null)
        {
            PathReview.Review(tree, problems);
            PathHomeReview.Review(tree, problems);
        }

        return new(source, tree, problems);
    }

    private static PathPattern FromPath(string source, bool withContents)
    {
        List<PathProblem> problems = [];
        if (!CanRead(source, problems))
        {
            return new(source, null, problems);
        }

        PathLiteralReview.Review(source, problems);
        if (problems.Count == 0)
        {
            PathGlobReview.Review(source, withContents, problems);
        }

        var tree = new PathSequence(0, source.Length, ReadPath(source));
        PathHomeReview.Review(tree, problems);
        if (withContents)
        {
            tree = tree with { Nodes = tree.Nodes.AddRange(Contents(source)) };
        }

        return new(source, tree, problems);
    }

    private static ImmutableArray<PathNode> ReadPath(string source)
    {
        var nodes = ImmutableArray.CreateBuilder<PathNode>(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            if (PathTemplate.At(source, i) is { } template)
            {
                nodes.Add(new PathTemplate(i, template.Length, template));
                i += template.Length - 1;
            }
            else
            {
                nodes.Add(new PathCharacter(i, 1, source[i]));
            }
        }

        return nodes.ToImmutable();
    }

    /// <summary><c>(/.*)?</c>, or <c>.*</c> below the root, whose own path ends in the slash.</summary>
    private static ImmutableArray<PathNode> Contents(string source)
    {
        int end = source.Length;
        var anything = new PathRepeat(end, 0, new PathAny(end, 0), 0, null);
        if (source == "/")
        {
            return [anything];
        }

        var below = new PathSequence(end, 0, [new PathCharacter(end, 0, '/'), anything]);
        return [new PathRepeat(end, 0, new PathGroup(end, 0, [below]), 0, 1)];
    }

    private static bool CanRead(string source, List<PathProblem> problems)
    {
        if (source.Length == 0)
        {
            problems.Add(new(PathProblemKind.PatternNeverMatches, 0, 0, "the path is empty; write an absolute path, or one below HOME_DIR or HOME_ROOT"));
        }
        else if (source.Length > MaxSourceLength)
        {
            problems.Add(new(PathProblemKind.InvalidPathPattern, 0, source.Length, $"a file context may have at most {MaxLength} bytes; shorten it"));
        }
        else if (PathCharacters.FindUnwritable(source) is { } problem)
        {
            problems.Add(problem);
        }

        return problems.Count == 0;
    }
}
