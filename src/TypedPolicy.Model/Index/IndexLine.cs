using System.Text;

namespace TypedPolicy.Model.Index;

/// <summary>A line of an index, where it is in the text: fields with tabs between them.</summary>
internal static class IndexLine
{
    /// <summary>Where a line ends, without the end of line.</summary>
    public static int EndOf(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end;
        while (end > start && text[end - 1] == '\r')
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a line is of a kind and has so many fields.</summary>
    public static bool Is(string text, int start, int end, string kind, int fields)
    {
        if (end - start <= kind.Length || text[start + kind.Length] != '\t' || string.CompareOrdinal(text, start, kind, 0, kind.Length) != 0)
        {
            return false;
        }

        for (var at = start; ; at++)
        {
            at = text.IndexOf('\t', at, end - at);
            fields--;
            if (at < 0 || fields == 0)
            {
                return at < 0 && fields == 0;
            }
        }
    }

    /// <summary>Where a field is; that with the kind of the line is 0.</summary>
    public static (int Start, int Length) Field(string text, int start, int number)
    {
        var end = EndOf(text, start);
        for (; number > 0; number--)
        {
            start = text.IndexOf('\t', start, end - start) + 1;
        }

        var tab = text.IndexOf('\t', start, end - start);
        return (start, (tab < 0 ? end : tab) - start);
    }

    /// <summary>A field as it is written.</summary>
    public static string Text(string text, int start, int number)
    {
        var (at, length) = Field(text, start, number);
        return text.Substring(at, length);
    }

    /// <summary>The fields as they are meant.</summary>
    public static string[] Fields(string text, int start, int end)
    {
        var line = text.Substring(start, end - start);
        var fields = line.Split('\t');
        return line.IndexOf('\\') < 0 ? fields : Array.ConvertAll(fields, Unescape);
    }

    /// <summary>A field as it is meant.</summary>
    public static string Unescape(string field)
    {
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || i + 1 == field.Length ? field[i] : field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }
}
