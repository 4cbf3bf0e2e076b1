using System.Globalization;

namespace TypedPolicy.Tool.Shell;

/// <summary>Text that others wrote, for a terminal: a character that would command one, or turn the direction of what follows, is shown as '?'.</summary>
internal static class PlainText
{
    /// <summary>The text on one line.</summary>
    public static string Line(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return string.Concat(text.Select(Shown));
            }
        }

        return text;
    }

    /// <summary>The text with its lines and tabs.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => string.Join('\t', l.TrimEnd('\r').Split('\t').Select(Line))));

    private static char Shown(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => c is '\t' or '\n' ? ' ' : '?',
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '?',
        _ => c,
    };
}
