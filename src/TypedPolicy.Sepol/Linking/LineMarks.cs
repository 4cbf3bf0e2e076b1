using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Cil;

namespace TypedPolicy.Sepol.Linking;

/// <summary>The line marks around a line of CIL, for the messages in which libsepol leaves them out: those about labels that contradict each other.</summary>
internal static class LineMarks
{
    /// <summary>The marks around a line, the innermost first.</summary>
    public static ImmutableArray<SourceMark> Around(ReadOnlySpan<byte> cil, int line)
    {
        var open = new Stack<(CilLineMark Mark, int Start)>();
        for (var number = 1; number < line && !cil.IsEmpty; number++)
        {
            var end = cil.IndexOf((byte)'\n');
            var text = end < 0 ? cil : cil[..end];
            cil = end < 0 ? default : cil[(end + 1)..];
            if (Read(text) is { } words)
            {
                if (CilLineMark.IsEnd(words))
                {
                    open.TryPop(out _);
                }
                else if (CilLineMark.Read(words) is { } mark)
                {
                    open.Push((mark, number + 1));
                }
            }
        }

        return [.. open.Select(m => new SourceMark(m.Mark.File, m.Mark.Counts ? m.Mark.Line + line - m.Start : m.Mark.Line))];
    }

    /// <summary>A line as text, if it begins as a mark does; null if it does not, as most lines of a policy.</summary>
    public static string? Read(ReadOnlySpan<byte> line) => line.StartsWith(";;*"u8) ? Encoding.UTF8.GetString(line) : null;
}
