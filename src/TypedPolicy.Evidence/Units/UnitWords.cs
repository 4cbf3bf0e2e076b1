using System.Globalization;
using System.Text;

namespace TypedPolicy.Evidence.Units;

/// <summary>Values that are words, with quotes and the escapes of C (systemd.syntax(7), Quoting).</summary>
internal static class UnitWords
{
    private const string Blanks = " \t\n\r";

    /// <summary>The words; null if a quote has no end or an escape has no meaning, where systemd passes over the line.</summary>
    public static IReadOnlyList<string>? Split(string value)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        char? quote = null;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\')
            {
                if (!Unescape(value, ref i, word))
                {
                    return null;
                }

                isWord = true;
            }
            else if (quote is not null ? c == quote : c is '"' or '\'')
            {
                quote = quote is null ? c : null;
                isWord = true;
            }
            else if (quote is null && Blanks.Contains(c, StringComparison.Ordinal))
            {
                Take();
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        Take();
        return quote is null ? words : null;

        void Take()
        {
            if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
    }

    private static bool Unescape(string value, ref int i, StringBuilder word)
    {
        if (++i >= value.Length)
        {
            return false;
        }

        switch (value[i])
        {
            case 'a':
                word.Append('\a');
                return true;
            case 'b':
                word.Append('\b');
                return true;
            case 'f':
                word.Append('\f');
                return true;
            case 'n':
                word.Append('\n');
                return true;
            case 'r':
                word.Append('\r');
                return true;
            case 't':
                word.Append('\t');
                return true;
            case 'v':
                word.Append('\v');
                return true;
            case 's':
                word.Append(' ');
                return true;
            case '\\' or '"' or '\'':
                word.Append(value[i]);
                return true;

            // A lone one separates commands, unless it is escaped.
            case ';':
                word.Append(@"\;");
                return true;
            case 'x':
                return Number(value, ref i, 1, 2, 16, word);
            case 'u':
                return Number(value, ref i, 1, 4, 16, word);
            case 'U':
                return Number(value, ref i, 1, 8, 16, word);
            case >= '0' and <= '7':
                return Number(value, ref i, 0, 3, 8, word);
            default:
                return false;
        }
    }

    private static bool Number(string value, ref int i, int skip, int digits, int radix, StringBuilder word)
    {
        var start = i + skip;
        if (start + digits > value.Length)
        {
            return false;
        }

        var number = 0L;
        foreach (var c in value.AsSpan(start, digits))
        {
            var digit = char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
            {
                return false;
            }

            number = (number * radix) + digit;
        }

        i = start + digits - 1;
        if (number == 0 || !Rune.IsValid((int)Math.Min(number, int.MaxValue)))
        {
            return false;
        }

        word.Append(new Rune((int)number).ToString());
        return true;
    }
}
