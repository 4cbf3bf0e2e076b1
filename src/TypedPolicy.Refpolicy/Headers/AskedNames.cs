using System.Text.RegularExpressions;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>The names of which headers ask whether they are defined: those that a definition from outside can change something by.</summary>
public static class AskedNames
{
    private static readonly Regex Question = new(@"\bif(?:n?def|else)\s*\(\s*`?([A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant);

    /// <summary>The names that files ask for, as a whole word in <c>ifdef</c>, <c>ifndef</c> or <c>ifelse</c>.</summary>
    /// <param name="files">The files of a header tree.</param>
    public static HashSet<string> Of(IEnumerable<HeaderFile> files) =>
        new(files.SelectMany(file => Question.Matches(file.Text).Cast<Match>()).Select(match => match.Groups[1].Value), StringComparer.Ordinal);
}
