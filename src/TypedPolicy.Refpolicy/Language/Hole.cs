namespace TypedPolicy.Refpolicy.Language;

/// <summary>
/// What stands for an argument while an interface is expanded for no caller in particular. It is a word to m4 and to the language, so it
/// goes wherever an argument goes, also into the middle of a name.
/// </summary>
internal static class Hole
{
    /// <summary>How every one starts. No name of a policy does.</summary>
    public const string Start = "tp_hole_";

    /// <summary>The hole of an argument.</summary>
    /// <param name="argument">Its number, from 1.</param>
    public static string Of(int argument) => Start + argument.ToString(System.Globalization.CultureInfo.InvariantCulture) + "_";

    /// <summary>Whether a word is one and nothing else.</summary>
    public static bool IsOne(string text, int start, int length) => TryRead(text, start, start + length, out _, out var end) && end == start + length;

    /// <summary>The argument that a word stands for; 0 where it is another word.</summary>
    public static int Of(string word) => TryRead(word, 0, word.Length, out var argument, out var end) && end == word.Length ? argument : 0;

    /// <summary>The arguments whose holes are anywhere in a text.</summary>
    public static IEnumerable<int> AllIn(string text)
    {
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + Start.Length, StringComparison.Ordinal))
        {
            if (TryRead(text, at, text.Length, out var argument, out _))
            {
                yield return argument;
            }
        }
    }

    /// <summary>Reads one.</summary>
    public static bool TryRead(string text, int start, int limit, out int argument, out int end)
    {
        (argument, end) = (0, start + Start.Length);
        if (limit - start < Start.Length + 2 || string.CompareOrdinal(text, start, Start, 0, Start.Length) != 0)
        {
            return false;
        }

        while (end < limit && text[end] is >= '0' and <= '9' && argument < 1_000)
        {
            argument = (argument * 10) + (text[end++] - '0');
        }

        return argument > 0 && end < limit && text[end++] == '_';
    }
}
