using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>Reads CIL into statements that know their lines and line marks. A text that is not well formed gives what comes before its fault.</summary>
internal static class CilText
{
    // Our writer nests some eight deep; what is deeper is left out, so that walking the result needs no deep stack.
    private const int MaxListDepth = 200;

    // A statement knows the innermost marks around it. Ours nest two deep, and one more for each call.
    private const int MaxMarks = 64;

    /// <summary>The statements of a text.</summary>
    public static IReadOnlyList<CilStatement> Read(ReadOnlySpan<byte> cil)
    {
        var root = new CilStatement { Line = 1, Start = 0 };
        var open = new Stack<CilStatement>([root]);
        var marks = new Stack<SourceMark>();
        ImmutableArray<SourceMark> current = [];
        var line = 1;
        for (var i = 0; i < cil.Length;)
        {
            var length = LengthOfToken(cil[i..]);
            switch (cil[i])
            {
                case (byte)'\n':
                    line++;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    break;
                case (byte)';':
                    if (i == 0 || cil[i - 1] == '\n')
                    {
                        current = Mark(cil.Slice(i, length), marks) ? [.. marks.Take(MaxMarks)] : current;
                    }

                    break;
                case (byte)'(':
                    var list = new CilStatement { Line = line, Start = i, Marks = current };
                    if (open.Count <= MaxListDepth)
                    {
                        open.Peek().Items.Add(list);
                    }

                    open.Push(list);
                    break;
                case (byte)')':
                    if (open.Count == 1)
                    {
                        return root.Items;
                    }

                    open.Pop().End = i + 1;
                    break;
                default:
                    var quoted = cil[i] == '"';
                    var text = quoted ? cil.Slice(i + 1, Math.Max(length - 2, 0)) : cil.Slice(i, length);
                    open.Peek().Items.Add(new() { Text = Encoding.UTF8.GetString(text), IsQuoted = quoted, Line = line, Start = i, End = i + length });
                    break;
            }

            i += length;
        }

        return root.Items;
    }

    // Whether the line was a mark.
    private static bool Mark(ReadOnlySpan<byte> text, Stack<SourceMark> marks)
    {
        if (!text.StartsWith(";;* "u8))
        {
            return false;
        }

        var line = Encoding.UTF8.GetString(text);
        if (MarkIn(line) is { } mark)
        {
            marks.Push(mark);
            return true;
        }

        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "lme", ..] && marks.TryPop(out _);
    }

    /// <summary>The place that a line mark begins; null for any other line.</summary>
    internal static SourceMark? MarkIn(string text) =>
        text.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries) is [";;*", "lmx" or "lms", var number, var file] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new(file.Trim().Trim('"'), line)
            : null;

    private static int LengthOfToken(ReadOnlySpan<byte> rest)
    {
        var length = rest[0] switch
        {
            (byte)'(' or (byte)')' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' => 1,
            (byte)';' => rest.IndexOf((byte)'\n'),
            (byte)'"' => rest[1..].IndexOf((byte)'"') is >= 0 and var end ? end + 2 : -1,
            _ => rest.IndexOfAny("() \t\r\n\";"u8),
        };
        return length < 0 ? rest.Length : length;
    }
}
