namespace TypedPolicy.Model.Languages;

/// <summary>
/// Text that others wrote, as text of an RPM spec file: on one line, without macros (<c>%</c> begins one, <c>%%</c> is a per cent sign). Sections and conditions are looked for when macros are
/// expanded, at the beginning of a line: a line of text does not begin with a per cent sign.
/// </summary>
public static class SpecText
{
    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text) => PlainText.Line(text).Replace("%", "%%").Trim();

    /// <summary>The text as a line of its own, such as in a description.</summary>
    /// <param name="text">Any text.</param>
    public static string Paragraph(string text) => Line(text) is ['%', ..] and var line ? "- " + line : Line(text);

    /// <summary>The text as a tag takes it that has one word: a blank as addresses write it.</summary>
    /// <param name="text">Any text.</param>
    public static string Word(string text) => Line(text).Replace(" ", "%%20");
}
