namespace TypedPolicy.Model.Languages;

/// <summary>Text that others wrote, as the value of a field in a Debian control file (deb822): a line that begins with a blank goes on with the value, any other is a field.</summary>
public static class ControlText
{
    private const int Width = 78;

    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text) => PlainText.Line(text).Trim();

    /// <summary>The text as the lines of a long description: each begins with a blank; an empty one is a point.</summary>
    /// <param name="text">Any text; an empty line ends a paragraph.</param>
    public static string Description(string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Replace("\r\n", "\n").Split(["\n\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0)
            {
                lines.Add(" .");
            }

            var line = "";
            foreach (var word in PlainText.Line(paragraph).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > Width)
                {
                    lines.Add(line);
                    line = "";
                }

                // A point alone would be an empty line.
                line += line.Length == 0 && word[0] == '.' ? " -" + word : " " + word;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return string.Join("\n", lines);
    }
}
