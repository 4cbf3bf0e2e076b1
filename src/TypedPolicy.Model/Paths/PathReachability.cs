namespace TypedPolicy.Model.Paths;

/// <summary>TP4004: decides whether any path at all can match, and reports what is in the way.</summary>
internal static class PathReachability
{
    public static void Review(string source, PathSequence tree, Func<PathAutomaton> automaton, List<PathProblem> problems)
    {
        // most are literal: what is in the way of those is seen without an automaton
        bool isLiteral = tree.Nodes.All(node => node.Length == 0 || node is PathCharacter or PathTemplate);
        if (source == "/" || (!isLiteral && automaton().SomePath() is not null))
        {
            return;
        }

        if (FindCause(tree) is { } cause)
        {
            problems.Add(cause);
        }
        else if (!isLiteral)
        {
            problems.Add(Problem(0, source.Length, "no path can match: paths are absolute, have no empty, '.' or '..' components, and do not end in '/'"));
        }
    }

    private static PathProblem? FindCause(PathSequence tree)
    {
        PathNode[] nodes = [.. tree.Nodes.Where(node => node.Length > 0)]; // what a tree adds has no place in the source
        PathNode first = nodes[0];
        if (first is PathCharacter { Value: not '/' } or PathTemplate { IsHome: false })
        {
            return Problem(
                first.Start,
                first.Length,
                "the path is relative, and every path that is looked up is absolute; begin it with '/', HOME_DIR or HOME_ROOT",
                "/" + PathText.Write([first]));
        }

        PathNode last = nodes[nodes.Length - 1];
        string characters = new([.. nodes.Select(node => node is PathCharacter character ? character.Value : '\0')]);
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] != '/')
            {
                continue;
            }

            string rest = characters.Substring(i + 1);
            int start = nodes[i].Start;
            if (rest.StartsWith("/", StringComparison.Ordinal))
            {
                return Problem(start, nodes[i + 1].End - start, "two slashes in a row: a path that is looked up has one; write '/'", "/");
            }

            if (rest == "." || rest.StartsWith("./", StringComparison.Ordinal))
            {
                return Problem(start, nodes[i + 1].End - start, "a path that is looked up has no '.' component; leave it out", "");
            }

            if (rest == ".." || rest.StartsWith("../", StringComparison.Ordinal))
            {
                return Problem(start, nodes[i + 2].End - start, "a path that is looked up has no '..' component; write the path that is meant");
            }
        }

        return last is PathCharacter { Value: '/' }
            ? Problem(last.Start, last.Length, "a path that is looked up has no slash at its end; leave it out, or label the directory with its contents", "")
            : null;
    }

    private static PathProblem Problem(int start, int length, string message, string? replacement = null) =>
        new(PathProblemKind.PatternNeverMatches, start, length, message, replacement);
}
