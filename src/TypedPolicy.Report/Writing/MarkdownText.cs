using System.Text;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Report.Writing;

/// <summary>Text that others wrote, as text of Markdown: on one line, in a cell of a table too.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_{}[]()#+-.!|~$";

    /// <summary>Plain text: nothing in it is a mark, a tag, a link or the name of a person.</summary>
    public static string Plain(string text)
    {
        var line = new StringBuilder();
        foreach (var c in PlainText.Line(text))
        {
            _ = c switch
            {
                '&' => line.Append("&amp;"),
                '<' => line.Append("&lt;"),
                '>' => line.Append("&gt;"),
                ':' => line.Append("&#58;"),
                '@' => line.Append("<span>@</span>"),
                _ when Marks.Contains(c, StringComparison.Ordinal) => line.Append('\\').Append(c),
                _ => line.Append(c),
            };
        }

        return line.ToString();
    }

    /// <summary>A name or a path as code.</summary>
    public static string Code(string text) => $"`{PlainText.Line(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";
}
