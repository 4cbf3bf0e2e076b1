namespace TypedPolicy.Model.Languages;

/// <summary>Text that others wrote, as a word of a POSIX shell: between single quotes, in which every character stands for itself (POSIX, Shell Command Language, 2.2.2 Single-Quotes).</summary>
public static class ShellText
{
    /// <summary>The text as one word, on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text) => "'" + PlainText.Line(text).Replace("'", @"'\''") + "'";

    /// <summary>What follows <c>#</c>, on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Comment(string text) => PlainText.Line(text);
}
