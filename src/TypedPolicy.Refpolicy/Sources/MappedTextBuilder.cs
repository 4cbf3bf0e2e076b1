namespace TypedPolicy.Refpolicy.Sources;

/// <summary>Puts a <see cref="MappedText"/> together.</summary>
/// <param name="keepsPlaces">Whether its characters know where they come from.</param>
internal sealed class MappedTextBuilder(bool keepsPlaces = true)
{
    private char[] _text = new char[256];
    private Segment[] _segments = new Segment[8];
    private int _segmentCount;

    public int Length { get; private set; }

    public void Clear() => (Length, _segmentCount) = (0, 0);

    public void Append(string text, int start, int count, int position, int frame)
    {
        if (count == 0)
        {
            return;
        }

        if (keepsPlaces)
        {
            Mark(position, frame);
        }

        if (_text.Length - Length < count)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + count));
        }

        text.CopyTo(start, _text, Length, count);
        Length += count;
    }

    public void Append(string text, int position, int frame) => Append(text, 0, text.Length, position, frame);

    public void Append(MappedText text) => Append(text.Text, 0, text.Length, text.Segments, text.Segments.Length);

    /// <summary>Appends a part of a text whose segments are given.</summary>
    public void Append(string text, int start, int count, Segment[] segments, int segmentCount, int frame = -1, int segment = 0)
    {
        if (!keepsPlaces)
        {
            Append(text, start, count, SourceMap.Nowhere, 0);
            return;
        }

        var end = start + count;
        while (start < end)
        {
            while (segment + 1 < segmentCount && segments[segment + 1].Start <= start)
            {
                segment++;
            }

            var stop = segment + 1 < segmentCount ? Math.Min(segments[segment + 1].Start, end) : end;
            var from = segments[segment];
            Append(text, start, stop - start, from.Position < 0 ? SourceMap.Nowhere : from.Position + start - from.Start, frame >= 0 ? frame : from.Frame);
            start = stop;
        }
    }

    /// <summary>The characters from one on.</summary>
    public string TextFrom(int start) => new(_text, start, Length - start);

    public MappedText ToText()
    {
        if (Length == 0)
        {
            return MappedText.Empty;
        }

        var text = new string(_text, 0, Length);
        if (!keepsPlaces)
        {
            return new MappedText(text, []);
        }

        var segments = new Segment[_segmentCount];
        Array.Copy(_segments, segments, _segmentCount);
        return new MappedText(text, segments);
    }

    private void Mark(int position, int frame)
    {
        if (_segmentCount > 0)
        {
            ref var last = ref _segments[_segmentCount - 1];
            var next = last.Position < 0 ? SourceMap.Nowhere : last.Position + Length - last.Start;
            if (last.Frame == frame && next == position)
            {
                return;
            }
        }

        if (_segmentCount == _segments.Length)
        {
            Array.Resize(ref _segments, _segmentCount * 2);
        }

        _segments[_segmentCount++] = new Segment(Length, position, frame);
    }
}
