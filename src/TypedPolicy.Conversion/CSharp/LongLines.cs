namespace TypedPolicy.Conversion.CSharp;

/// <summary>What is too long for one line: attributes broken between their arguments and the members of these, bases between one another, texts between words.</summary>
internal static class LongLines
{
    private const int MaxLength = 150;
    private const string Bases = " : ";

    /// <summary>The lines of an attribute; those behind the first one are to be indented.</summary>
    /// <param name="attribute">The attribute, without brackets.</param>
    public static IReadOnlyList<string> OfAttribute(string attribute)
    {
        var open = attribute.IndexOf('(', StringComparison.Ordinal) + 1;

        return attribute.Length <= MaxLength || open == 0 || attribute.Contains("\\\"", StringComparison.Ordinal) ? [attribute] : [attribute[..open], .. Fill(Parts(attribute[open..]))];
    }

    /// <summary>The parts that a line may end behind. A literal may have anything in it, and is not broken; one with an escaped quote is never given.</summary>
    private static string[] Parts(string arguments)
    {
        var pieces = arguments.Split('"');
        for (var i = 0; i < pieces.Length; i += 2)
        {
            pieces[i] = pieces[i].Replace(", ", ",\n", StringComparison.Ordinal).Replace(" | ", " |\n", StringComparison.Ordinal);
        }

        return string.Join('"', pieces).Split('\n');
    }

    /// <summary>The lines of what a class begins with; those behind the first one, with its bases, are to be indented.</summary>
    /// <param name="head">Keywords, name and bases.</param>
    public static IReadOnlyList<string> OfHead(string head)
    {
        var colon = head.IndexOf(Bases, StringComparison.Ordinal);
        return head.Length <= MaxLength || colon < 0 ? [head] : [head[..(colon + Bases.Length - 1)], .. Fill(head[(colon + Bases.Length)..].Replace(", ", ",\n", StringComparison.Ordinal).Split('\n'))];
    }

    /// <summary>The lines of a text.</summary>
    public static IReadOnlyList<string> OfText(string text) => text.Length <= MaxLength ? [text] : Fill(text.Split(' '));

    private static List<string> Fill(string[] parts)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var part in parts)
        {
            if (line.Length > 0 && line.Length + part.Length >= MaxLength)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length == 0 ? part : " " + part;
        }

        lines.Add(line);
        return lines;
    }
}
