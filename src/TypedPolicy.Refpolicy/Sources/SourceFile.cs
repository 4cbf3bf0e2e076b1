namespace TypedPolicy.Refpolicy.Sources;

/// <summary>A text with its name, and the range of positions that its characters have in a <see cref="SourceMap"/>.</summary>
public sealed class SourceFile
{
    private int[]? _lineStarts;

    internal SourceFile(string name, string text, int start) => (Name, Text, Start) = (name, text, start);

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The position of its first character.</summary>
    public int Start { get; }

    /// <summary>The position of its end; an empty file has one too.</summary>
    public int End => Start + Text.Length;

    /// <summary>The place of a character.</summary>
    /// <param name="offset">Its index in the text; the length of the text for its end.</param>
    public SourcePlace PlaceOf(int offset)
    {
        var starts = _lineStarts ??= LineStarts(Text);
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePlace(Name, line + 1, offset - starts[line] + 1);
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}
