using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Cil;

/// <summary>A line mark, which tells where a piece of CIL comes from (CIL reference: high-level language line marks): the one reader and writer of that form.</summary>
/// <param name="File">The file of the source.</param>
/// <param name="Line">The line of the source.</param>
/// <param name="Counts">Whether each line of CIL is a line more of the source (<c>lms</c>), or all come from one line (<c>lmx</c>).</param>
public readonly record struct CilLineMark(string File, int Line, bool Counts)
{
    /// <summary>What ends the innermost mark.</summary>
    public const string End = Start + "lme";

    /// <summary>How each begins, in the first column of a line.</summary>
    public const string Start = ";;* ";

    private const string Fixed = "lmx";
    private const string Counting = "lms";

    /// <summary>Whether a line ends the innermost mark.</summary>
    public static bool IsEnd(string line) => line.StartsWith(Start, StringComparison.Ordinal) && Words(line) is [_, "lme", ..];

    /// <summary>Reads a line; null if it begins no mark.</summary>
    public static CilLineMark? Read(string line) =>
        line.StartsWith(Start, StringComparison.Ordinal) && Words(line) is [_, Fixed or Counting, var number, var file] words && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? new(file.Trim().Trim('"'), first, words[1] == Counting)
            : null;

    /// <summary>Writes it, without the end of its line.</summary>
    public StringBuilder AppendTo(StringBuilder text) =>
        text.Append(Start).Append(Counts ? Counting : Fixed).Append(' ').Append(Line.ToString(CultureInfo.InvariantCulture)).Append(" \"").Append(File).Append('"');

    private static string[] Words(string line) => line.Split([' '], 4, StringSplitOptions.RemoveEmptyEntries);
}
