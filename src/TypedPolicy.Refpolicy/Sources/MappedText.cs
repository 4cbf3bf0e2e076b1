namespace TypedPolicy.Refpolicy.Sources;

/// <summary>A text that knows where each of its characters comes from.</summary>
public sealed class MappedText
{
    internal MappedText(string text, Segment[] segments) => (Text, Segments) = (text, segments);

    /// <summary>The text that is empty.</summary>
    public static MappedText Empty { get; } = new("", []);

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>How many there are.</summary>
    public int Length => Text.Length;

    internal Segment[] Segments { get; }

    /// <summary>The whole text of a file.</summary>
    public static MappedText Of(SourceFile file) => new(file.Text, [new Segment(0, file.Start, 0)]);

    /// <summary>Text that comes from no file.</summary>
    public static MappedText Of(string text) => text.Length == 0 ? Empty : new(text, [new Segment(0, SourceMap.Nowhere, 0)]);

    /// <summary>The text as another engine may read it, which knows nothing of this one's calls.</summary>
    internal MappedText WithoutFrames() => new(Text, [.. Segments.Select(s => s with { Frame = 0 })]);

    /// <summary>The text in another map that has its file too. What comes from elsewhere comes from nowhere then.</summary>
    internal MappedText Moved(SourceFile from, SourceFile to) =>
        new(Text, [.. Segments.Select(s => new Segment(s.Start, s.Position >= from.Start && s.Position <= from.End ? s.Position - from.Start + to.Start : SourceMap.Nowhere, 0))]);

    internal MappedText WithNewLine() => new(Text + "\n", [.. Segments, new Segment(Text.Length, SourceMap.Nowhere, 0)]);

    /// <summary>The position of a character in the sources, or <see cref="SourceMap.Nowhere"/>.</summary>
    /// <param name="offset">Its index in the text; the end of the text counts with its last character.</param>
    public int PositionOf(int offset)
    {
        var index = SegmentAt(offset);
        return index < 0 || Segments[index].Position < 0 ? SourceMap.Nowhere : Segments[index].Position + offset - Segments[index].Start;
    }

    /// <summary>The macro call that a character was written for.</summary>
    /// <param name="offset">Its index in the text.</param>
    public int FrameOf(int offset)
    {
        var index = SegmentAt(offset);
        return index < 0 ? 0 : Segments[index].Frame;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private int SegmentAt(int offset)
    {
        var (low, high) = (0, Segments.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Segments[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
