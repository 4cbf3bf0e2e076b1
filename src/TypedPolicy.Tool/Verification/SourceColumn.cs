using TypedPolicy.Files;

namespace TypedPolicy.Tool.Verification;

/// <summary>Line marks know lines only: the column of what is written there, from the source.</summary>
internal static class SourceColumn
{
    private const long MaxBytes = 16 << 20;

    /// <summary>The column of the first attribute of a line, or else of its first character, from 1; null if there is no such line.</summary>
    public static int? Of(string path, int line)
    {
        try
        {
            // A line mark may name anything.
            if (!RegularFile.Is(path) || new FileInfo(path).Length > MaxBytes)
            {
                return null;
            }

            var text = File.ReadLines(path).Skip(line - 1).FirstOrDefault();
            var blanks = text?.TakeWhile(char.IsWhiteSpace).Count();
            return blanks < text?.Length ? blanks + (text[blanks.Value] == '[' ? 2 : 1) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
