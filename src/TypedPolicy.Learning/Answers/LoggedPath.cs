namespace TypedPolicy.Learning.Answers;

/// <summary>Paths of a log. Whoever makes a file names it, so only a path that reads as one and nothing else becomes a label.</summary>
internal static class LoggedPath
{
    private const int MaxLength = 255;
    private const string Others = "/._-+@";

    /// <summary>Whether a path is absolute, short, of letters, digits and a few other characters, and stays where it says.</summary>
    public static bool IsPlain(string path) =>
        path.Length is > 1 and <= MaxLength && path[0] == '/' && path[^1] != '/' && path.All(c => char.IsAsciiLetterOrDigit(c) || Others.Contains(c, StringComparison.Ordinal))
        && !path.Contains("//", StringComparison.Ordinal) && !path.Split('/').Any(p => p is "." or "..");

    /// <summary>The directory of a path.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var at ? path[..at] : "/";

    /// <summary>The last part of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
