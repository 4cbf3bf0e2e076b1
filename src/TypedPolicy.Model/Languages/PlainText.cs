using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Languages;

/// <summary>
/// Text that others wrote, for messages: the compiler's, MSBuild's, a terminal's. A character that ends a line, commands a terminal, or turns the direction of
/// what follows is replaced, so that a message stays one message and reads as it is.
/// </summary>
public static class PlainText
{
    /// <summary>What is in place of a character that is not shown.</summary>
    public const char Replacement = '?';

    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return Shown(text);
            }
        }

        return text;
    }

    /// <summary>The text on one line, cut where it is too long for a message.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">How many characters are shown at most, before an ellipsis.</param>
    public static string Excerpt(string text, int longest) => text.Length <= longest ? Line(text) : Line(text.Substring(0, longest)) + "…";

    /// <summary>The text with its lines and tabs.</summary>
    /// <param name="text">Any text; a line may end in <c>\r\n</c>.</param>
    public static string Lines(string text) => string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(line => string.Join("\t", line.Split('\t').Select(part => Line(part)))));

    private static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _ = IsShown(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? shown.Append(text, i, 2) : shown.Append(Replacement);
                i++;
            }
            else
            {
                shown.Append(text[i] is '\t' or '\n' or '\r' ? ' ' : IsShown(CharUnicodeInfo.GetUnicodeCategory(text[i])) ? text[i] : Replacement);
            }
        }

        return shown.ToString();
    }

    // U+0085 is a control, U+2028 and U+2029 are separators, the marks of direction are formats; half a pair has no encoding.
    private static bool IsShown(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
