namespace TypedPolicy.Refpolicy.M4;

/// <summary>The characters that <c>translit</c> is given: <c>a-d</c> stands for <c>abcd</c>, and <c>d-a</c> for <c>dcba</c>. Forty thousand characters can stand for a thousand million.</summary>
internal sealed class CharacterRanges
{
    private readonly List<CharacterRange> _ranges = [];

    /// <summary>Reads them.</summary>
    public CharacterRanges(string text)
    {
        var offset = 0L;
        for (var i = 0; i < text.Length; i++)
        {
            // The first of a range stood before the hyphen, and was taken there.
            var range = text[i] == '-' && i > 0 && i + 1 < text.Length ? Between(text[i - 1], text[++i], offset) : new CharacterRange(text[i], text[i], offset);
            if (range is { } found)
            {
                _ranges.Add(found);
                offset += found.Length;
            }
        }
    }

    /// <summary>The ranges, in their order.</summary>
    public IReadOnlyList<CharacterRange> All => _ranges;

    /// <summary>The character at a position; -1 if there are fewer.</summary>
    public int At(long position)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].Offset + _ranges[middle].Length <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _ranges.Count ? _ranges[low].First + ((int)(position - _ranges[low].Offset) * (_ranges[low].First <= _ranges[low].Last ? 1 : -1)) : -1;
    }

    private static CharacterRange? Between(char from, char to, long offset) =>
        from == to ? null : new CharacterRange((char)(from < to ? from + 1 : from - 1), to, offset);
}

/// <summary>Characters in a row, up or down.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
/// <param name="Offset">How many characters are before it.</param>
internal readonly record struct CharacterRange(char First, char Last, long Offset)
{
    /// <summary>The lesser end.</summary>
    public char Low => First <= Last ? First : Last;

    /// <summary>The greater end.</summary>
    public char High => First <= Last ? Last : First;

    /// <summary>How many characters it has.</summary>
    public int Length => High - Low + 1;
}
