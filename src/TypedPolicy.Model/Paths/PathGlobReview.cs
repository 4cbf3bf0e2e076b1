using System.Text;
using System.Text.RegularExpressions;

namespace TypedPolicy.Model.Paths;

/// <summary>TP4021: what a shell would expand, in a path that is taken literally. Names of files have a <c>*</c>, a <c>?</c> or braces with a comma next to never.</summary>
internal static class PathGlobReview
{
    private const string NoSlash = "[^/]";

    // Brackets are names of files as well ('[', '[id].tsx'): only a range shows what is meant.
    private static readonly Regex Glob = new(
        @"(?<!\\)(\*+|\?|\[[!^]?[A-Za-z0-9]-[A-Za-z0-9]\]|\{[^{}/,]*(,[^{}/,]*)+\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static void Review(string source, bool withContents, List<PathProblem> problems)
    {
        if (Glob.Match(source) is { Success: true } match)
        {
            var pattern = ToPattern(source, withContents);
            problems.Add(new(
                PathProblemKind.PathWrittenAsGlob,
                match.Index,
                match.Length,
                $"this path is literal: '{match.Value}' matches only these characters, nothing expands it; use FileContextPattern for a pattern{(pattern is null ? "" : $", '{pattern}'")}",
                pattern));
        }
    }

    /// <summary>The pattern that matches what a shell would have found.</summary>
    private static string? ToPattern(string source, bool withContents)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (Match match in Glob.Matches(source))
        {
            Escape(source.Substring(at, match.Index - at), text);
            at = match.Index + match.Length;
            if (match.Value[0] == '{')
            {
                text.Append('(');
                var isFirst = true;
                foreach (var word in match.Value.Substring(1, match.Length - 2).Split(','))
                {
                    Escape(word, isFirst ? text : text.Append('|'));
                    isFirst = false;
                }

                text.Append(')');
            }
            else
            {
                text.Append(match.Value switch
                {
                    "?" => NoSlash,
                    "*" => NoSlash + "*",
                    { } stars when stars[0] == '*' => ".*",
                    { } range => range.Replace('!', '^'),
                });
            }
        }

        Escape(source.Substring(at), text);
        var pattern = text.Append(withContents ? "(/.*)?" : "").ToString();
        return PathPattern.Parse(pattern) is { IsValid: true } parsed && !parsed.Problems.Any(p => p.IsError) ? pattern : null;
    }

    private static void Escape(string literal, StringBuilder text)
    {
        foreach (var c in literal)
        {
            if (PathText.Escaped.IndexOf(c) >= 0)
            {
                text.Append('\\');
            }

            text.Append(c);
        }
    }
}
