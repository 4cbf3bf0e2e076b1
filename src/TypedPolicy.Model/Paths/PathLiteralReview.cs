namespace TypedPolicy.Model.Paths;

/// <summary>TP4005 in a literal path: regular expressions that would be taken as characters.</summary>
internal static class PathLiteralReview
{
    private static readonly string[] Expressions = ["(/.*)?", ".*", ".+", "[^/]", "[0-9]"];

    public static void Review(string source, List<PathProblem> problems)
    {
        int slash = source.IndexOf("\\.", StringComparison.Ordinal);
        if (slash >= 0)
        {
            problems.Add(new(PathProblemKind.SuspiciousPattern, slash, 2, "this path is literal and is escaped for you; write '.' alone", "."));
            return;
        }

        foreach (string expression in Expressions)
        {
            int start = source.IndexOf(expression, StringComparison.Ordinal);
            if (start >= 0)
            {
                problems.Add(new(
                    PathProblemKind.SuspiciousPattern,
                    start,
                    expression.Length,
                    $"this path is literal: '{expression}' matches only these characters; use FileContextTree for a directory with its contents, FileContextPattern for a pattern"));
                return;
            }
        }
    }
}
