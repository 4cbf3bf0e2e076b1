using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Cil;
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
        // A character a byte, so that places are those of the file; the text of a word is read from its bytes.
        var words = new CilScanner(Encoding.Latin1.GetString(cil), returnEndsComment: false);
        var root = new CilStatement { Line = 1, Start = 0 };
        var open = new Stack<CilStatement>([root]);
        var marks = new Stack<SourceMark>();
        ImmutableArray<SourceMark> current = [];
        while (words.Next() != CilToken.End)
        {
            switch (words.Kind)
            {
                case CilToken.Comment:
                    if (words.BeginsLine)
                    {
                        current = Mark(cil[words.Start..words.End], marks) ? [.. marks.Take(MaxMarks)] : current;
                    }

                    break;
                case CilToken.Open:
                    var list = new CilStatement { Line = words.Line, Start = words.Start, Marks = current };
                    if (open.Count <= MaxListDepth)
                    {
                        open.Peek().Items.Add(list);
                    }

                    open.Push(list);
                    break;
                case CilToken.Close:
                    if (open.Count == 1)
                    {
                        return root.Items;
                    }

                    open.Pop().End = words.End;
                    break;
                default:
                    var quoted = words.Kind == CilToken.Quoted;
                    var text = quoted ? cil[(words.Start + 1)..Math.Max(words.End - 1, words.Start + 1)] : cil[words.Start..words.End];
                    open.Peek().Items.Add(new() { Text = Encoding.UTF8.GetString(text), IsQuoted = quoted, Line = words.Line, Start = words.Start, End = words.End });
                    break;
            }
        }

        return root.Items;
    }

    /// <summary>The place that a line mark begins; null for any other line.</summary>
    internal static SourceMark? MarkIn(string line) => CilLineMark.Read(line) is { } mark ? new(mark.File, mark.Line) : null;

    // Whether the line was a mark.
    private static bool Mark(ReadOnlySpan<byte> comment, Stack<SourceMark> marks)
    {
        if (LineMarks.Read(comment) is not { } line)
        {
            return false;
        }

        if (MarkIn(line) is { } mark)
        {
            marks.Push(mark);
            return true;
        }

        return CilLineMark.IsEnd(line) && marks.TryPop(out _);
    }
}
