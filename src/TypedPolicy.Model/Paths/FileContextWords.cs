namespace TypedPolicy.Model.Paths;

/// <summary>A line of file contexts, as <c>file_contexts</c> and <c>.fc</c> files have it and libselinux reads it: the one reader and writer of that form.</summary>
/// <param name="Pattern">The pattern of its paths.</param>
/// <param name="Kind">The kind of files that it is for.</param>
/// <param name="Context">The context as it is written; <see cref="None"/> where no label is set.</param>
public readonly record struct FileContextWords(string Pattern, FileKind Kind, string Context)
{
    /// <summary>What is in place of a context where no label is set.</summary>
    public const string None = "<<none>>";

    private static readonly char[] Blanks = [' ', '\t', '\r', '\v', '\f'];

    /// <summary>The context; null where no label is set.</summary>
    public string? Label => Context == None ? null : Context;

    /// <summary>The words of a line.</summary>
    public static string[] Split(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a line is empty or a comment.</summary>
    /// <param name="words">Its words.</param>
    public static bool IsEmpty(string[] words) => words.Length == 0 || words[0][0] == '#';

    /// <summary>Reads a line that is neither empty nor a comment; null if it is not a file context.</summary>
    /// <param name="words">Its words.</param>
    public static FileContextWords? Read(string[] words) => words switch
    {
        [var pattern, var context] => new(pattern, FileKind.Any, context),
        [var pattern, var mark, var context] when FileKindSpelling.OfFcMark(mark) is { } kind => new(pattern, kind, context),
        _ => null,
    };

    /// <summary>The line.</summary>
    public override string ToString() => $"{Pattern}\t{(Kind == FileKind.Any ? "" : Kind.FcMark() + "\t")}{Context}";
}
