using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Headers;

/// <summary>What is wrong in headers is left out, or an error where it is applied. The first of it is reported; the rest is counted.</summary>
internal static class HeaderProblems
{
    /// <summary>Writes a line for each of the first problems.</summary>
    public static void Report(IReadOnlyCollection<string> problems, TextWriter error, int most)
    {
        foreach (var problem in problems.Take(most))
        {
            error.Line($"warning: {problem}");
        }

        if (problems.Count > most)
        {
            error.Line(FormattableString.Invariant($"warning: {problems.Count - most} more problems in the headers."));
        }
    }
}
