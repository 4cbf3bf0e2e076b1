using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedPolicy.Sepol.Linking;

/// <summary>The line marks around a line of CIL, for the messages in which libsepol leaves them out: those about labels that contradict each other.</summary>
internal static class LineMarks
{
    /// <summary>The marks around a line, the innermost first.</summary>
    public static ImmutableArray<SourceMark> Around(ReadOnlySpan<byte> cil, int line)
    {
        var open = new Stack<(SourceMark Mark, bool Counts, int Start)>();
        for (var number = 1; number < line && !cil.IsEmpty; number++)
        {
            var end = cil.IndexOf((byte)'\n');
            var text = end < 0 ? cil : cil[..end];
            cil = end < 0 ? default : cil[(end + 1)..];
            if (!text.StartsWith(";;* "u8))
            {
                continue;
            }

            var words = Encoding.UTF8.GetString(text).Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            if (words is [_, "lme", ..])
            {
                open.TryPop(out _);
            }
            else if (words is [_, "lmx" or "lms", var first, var file] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            {
                open.Push((new(file.Trim().Trim('"'), start), words[1] == "lms", number + 1));
            }
        }

        return [.. open.Select(m => m.Counts ? m.Mark with { Line = m.Mark.Line + line - m.Start } : m.Mark)];
    }
}
