using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding.Places;

/// <summary>
/// The summary of a declaration, on one line. It is read from the text before the declaration, since a compiler that writes no
/// documentation file does not parse it.
/// </summary>
internal static class Documentation
{
    private const int MaxSummaryLength = 300;

    /// <summary>The summary of the first part of a declaration that has one.</summary>
    public static string? SummaryOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences
            .OrderBy(r => r.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(r => r.Span.Start)
            .Select(r => Summary(r.GetSyntax(cancellation).GetLeadingTrivia().ToFullString()))
            .FirstOrDefault(s => s is not null);

    private static string? Summary(string trivia)
    {
        const string open = "<summary>";
        const string close = "</summary>";
        var lines = trivia.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("///", StringComparison.Ordinal)).Select(l => l.Substring(3));
        var comment = string.Join(" ", lines);
        var start = comment.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : comment.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var summary = WithoutTags(comment.Substring(start + open.Length, end - start - open.Length));
        return summary.Length == 0 ? null : summary.Length <= MaxSummaryLength ? summary : summary.Substring(0, MaxSummaryLength) + "…";
    }

    /// <summary>Plain words: <c>&lt;see cref="X"/&gt;</c> becomes X, other tags go, entities become characters, blanks become one.</summary>
    private static string WithoutTags(string xml)
    {
        var text = new StringBuilder();
        for (var i = 0; i < xml.Length; i++)
        {
            if (xml[i] == '<')
            {
                var end = xml.IndexOf('>', i);
                if (end < 0)
                {
                    break;
                }

                text.Append(Reference(xml.Substring(i, end - i)));
                i = end;
            }
            else if (!char.IsWhiteSpace(xml[i]) || (text.Length > 0 && text[text.Length - 1] != ' '))
            {
                text.Append(char.IsWhiteSpace(xml[i]) ? ' ' : xml[i]);
            }
        }

        return text.ToString().Trim().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&");
    }

    private static string Reference(string tag)
    {
        foreach (var attribute in new[] { "cref=\"", "langword=\"", "name=\"" })
        {
            var start = tag.IndexOf(attribute, StringComparison.Ordinal);
            var end = start < 0 ? -1 : tag.IndexOf('"', start + attribute.Length);
            if (end > 0)
            {
                return tag.Substring(start + attribute.Length, end - start - attribute.Length);
            }
        }

        return "";
    }
}
