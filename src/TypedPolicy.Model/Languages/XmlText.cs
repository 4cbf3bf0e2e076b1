namespace TypedPolicy.Model.Languages;

/// <summary>Text that others wrote, as text of XML: of an element or of an attribute's value.</summary>
public static class XmlText
{
    /// <summary>The text on one line, its marks as entities. What XML 1.0 has no character for is replaced.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text) =>
        PlainText.Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>Whether XML can hold a text as it is (XML 1.0, 2.2 Characters).</summary>
    /// <param name="text">Any text.</param>
    public static bool CanHold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] is not ('\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE')))
            {
                return false;
            }
        }

        return true;
    }
}
