namespace TypedPolicy.Refpolicy.Language;

/// <summary>Text as m4 reads it where nothing is expanded: quotes nest, a comment goes to the end of its line.</summary>
internal static class MacroText
{
    /// <summary>The comma or parenthesis that ends an argument, or the limit.</summary>
    public static int EndOfArgument(string text, int at, int limit)
    {
        var depth = 0;
        while (at < limit)
        {
            switch (text[at])
            {
                case '`':
                    at = EndOfQuotes(text, at, limit);
                    continue;
                case '#':
                    var line = text.IndexOf('\n', at, limit - at);
                    at = line < 0 ? limit : line;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth == 0:
                case ',' when depth == 0:
                    return at;
                case ')':
                    depth--;
                    break;
                default:
                    break;
            }

            at++;
        }

        return limit;
    }

    /// <summary>What follows a quoted text; the limit where the quotes do not close.</summary>
    /// <param name="at">The opening quote.</param>
    public static int EndOfQuotes(string text, int at, int limit)
    {
        var depth = 0;
        for (; at < limit; at++)
        {
            if (text[at] == '`')
            {
                depth++;
            }
            else if (text[at] == '\'' && --depth == 0)
            {
                return at + 1;
            }
        }

        return limit;
    }
}
