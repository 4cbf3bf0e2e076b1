using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Languages;

/// <summary>
/// Text that others wrote, as C#. Five characters end a line of C# (C# language specification, 6.3.3: CR, LF, U+0085, U+2028, U+2029), and with it a comment; none of
/// them gets into what this writes, and neither does one that changes how the source reads.
/// </summary>
public static class CSharpText
{
    private static readonly HashSet<string> Reserved = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if "
        + "implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static "
        + "string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>A string literal. Letters and digits stand for themselves; every other character beyond ASCII is escaped.</summary>
    /// <param name="value">Any text.</param>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                >= ' ' and <= '~' => text.Append(c),
                _ when char.IsLetterOrDigit(c) => text.Append(c),
                _ => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A string literal that reads best: verbatim where the text has backslashes and nothing else to escape.</summary>
    /// <param name="value">Any text.</param>
    public static string ReadableLiteral(string value) =>
        value.IndexOf('\\') >= 0 && value.All(c => c is >= ' ' and <= '~' and not '"') ? $"@\"{value}\"" : Literal(value);

    /// <summary>Appends a verbatim literal, in which lines stay lines: for texts of many lines, which are read by programs alone.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="value">Any text.</param>
    public static void AppendVerbatim(StringBuilder text, string value)
    {
        text.Append("@\"");
        var start = 0;
        for (var quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"', start))
        {
            text.Append(value, start, quote - start).Append("\"\"");
            start = quote + 1;
        }

        text.Append(value, start, value.Length - start).Append('"');
    }

    /// <summary>What follows <c>//</c>, on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Comment(string text) => PlainText.Line(text);

    /// <summary>Text of a documentation comment, on one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Documentation(string text) => PlainText.Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>An identifier. Everything that names a class, a member or a parameter goes through here: the last line, after what was read was checked.</summary>
    /// <param name="name">The name, with <c>@</c> where it needs it.</param>
    /// <exception cref="ArgumentException">It is not an identifier of letters, digits and <c>_</c>.</exception>
    public static string Identifier(string name) => IsIdentifier(name) ? name : throw new ArgumentException($"'{PlainText.Excerpt(name, 60)}' is not a C# identifier.", nameof(name));

    /// <summary>An identifier as C# writes a name: with <c>@</c> before it where the language keeps the word for itself.</summary>
    public static string Name(string name) => Identifier(Reserved.Contains(name) ? "@" + name : name);

    /// <summary>Whether a text is an identifier in ASCII, or one with <c>@</c> before it.</summary>
    /// <param name="name">Any text.</param>
    public static bool IsIdentifier(string name)
    {
        var start = name.Length > 0 && name[0] == '@' ? 1 : 0;
        for (var i = start; i < name.Length; i++)
        {
            if (name[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') && (i == start || name[i] is not (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return name.Length > start;
    }
}
