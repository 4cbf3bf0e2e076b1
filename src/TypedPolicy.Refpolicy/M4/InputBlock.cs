using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>Text that waits to be read: a file, or what a macro was replaced by. Or a built-in that <c>defn</c> hands over.</summary>
internal struct InputBlock
{
    public string Text;
    public int At;
    public Segment[] Segments;
    public int Segment;
    public int Frame;
    public M4Macro? Builtin;

    public readonly bool IsRead => Builtin is null && At >= Text.Length;

    /// <summary>The position of the next character.</summary>
    public int Position
    {
        get
        {
            Advance();
            return Segments.Length == 0 || Segments[Segment].Position < 0 ? SourceMap.Nowhere : Segments[Segment].Position + At - Segments[Segment].Start;
        }
    }

    /// <summary>The call that the next character was written for.</summary>
    public int FrameHere
    {
        get
        {
            Advance();
            return Frame >= 0 ? Frame : Segments.Length == 0 ? 0 : Segments[Segment].Frame;
        }
    }

    /// <summary>Appends characters from the next one on, and leaves them behind.</summary>
    public void MoveTo(MappedTextBuilder? sink, int count)
    {
        if (sink is not null && count > 0)
        {
            Advance();
            sink.Append(Text, At, count, Segments, Segments.Length, Frame, Segment);
        }

        At += count;
    }

    private void Advance()
    {
        while (Segment + 1 < Segments.Length && Segments[Segment + 1].Start <= At)
        {
            Segment++;
        }
    }
}
