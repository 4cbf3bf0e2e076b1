namespace TypedPolicy.Model.Paths;

/// <summary>TP4004: decides whether any path at all can match, and says what stands in the way.</summary>
internal static class PathReachability
{
    public static void Review(string source, PathSequence tree, PathAutomaton automaton, List<PathProblem> problems)
    {
        if (!automaton.MatchesSomePath())
        {
            problems.Add(FindCause(tree) ?? Problem(0, source.Length, "no path can match: paths are absolute, have no empty, '.' or '..' components, and do not end in '/'"));
        }
    }

    private static PathProblem? FindCause(PathSequence tree)
    {
        PathNode? first = tree.Nodes.FirstOrDefault();
        if (first is PathCharacter { Value: not '/' } relative)
        {
            return Problem(
                relative.Start,
                relative.Length,
                "the path is relative, and every path that is looked up is absolute; begin it with '/', HOME_DIR or HOME_ROOT",
                "/" + PathText.Write([relative]));
        }

        PathNode last = tree.Nodes.Last(node => node.Length > 0); // what a tree adds has no place in the source
        string characters = new([.. tree.Nodes.Select(node => node is PathCharacter character ? character.Value : '\0')]);
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] != '/')
            {
                continue;
            }

            string rest = characters.Substring(i + 1);
            int start = tree.Nodes[i].Start;
            if (rest.StartsWith("/", StringComparison.Ordinal))
            {
                return Problem(start, tree.Nodes[i + 1].End - start, "two slashes in a row: a path that is looked up has one; write '/'", "/");
            }

            if (rest == "." || rest.StartsWith("./", StringComparison.Ordinal))
            {
                return Problem(start, tree.Nodes[i + 1].End - start, "a path that is looked up has no '.' component; leave it out", "");
            }

            if (rest == ".." || rest.StartsWith("../", StringComparison.Ordinal))
            {
                return Problem(start, tree.Nodes[i + 2].End - start, "a path that is looked up has no '..' component; write the path that is meant");
            }
        }

        return last is PathCharacter { Value: '/' }
            ? Problem(last.Start, last.Length, "a path that is looked up has no slash at its end; leave it out, or label the directory with its contents", "")
            : null;
    }

    private static PathProblem Problem(int start, int length, string message, string? replacement = null) =>
        new(PathProblemKind.NeverMatches, start, length, message, replacement);
}
