namespace TypedPolicy.Build;

/// <summary>
/// Decides whether a path may name a policy file below the policy folder. A path comes from an assembly that someone else may have
/// built, or from a list on disk: it is input from outside, and whatever is not plainly a file below the folder, on every
/// operating system, is refused. So is a file that policy is not made of: the folder may be inside a project, whose build
/// would compile a <c>.cs</c> and import a <c>.props</c>.
/// </summary>
internal static class ArtifactPath
{
    /// <summary>The longest path, in characters: leaves room for the folder within Windows' 260.</summary>
    public const int MaxLength = 160;

    // What the generator writes. A file of contexts has no extension (selinux_lxc_contexts_path(3)).
    private static readonly string[] Extensions = [".cil", ".fc"];
    private static readonly HashSet<string> ContextsFiles = new(StringComparer.Ordinal) { "lxc_contexts" };

    private static readonly HashSet<string> WindowsDevices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Why the path is refused, as the end of a sentence; <see langword="null"/> if it is not.</summary>
    public static string? Refusal(string path)
    {
        if (path.Length == 0)
        {
            return "it is empty";
        }

        if (path.Length > MaxLength)
        {
            return $"it is longer than {MaxLength} characters";
        }

        if (path.Contains('\\'))
        {
            return "it has a backslash; folders are separated by '/'";
        }

        if (path[0] == '/' || path.Contains(':'))
        {
            return "it is not relative";
        }

        var segments = path.Split('/');
        return segments.Select(RefusalOfSegment).FirstOrDefault(refusal => refusal is not null)
            ?? RefusalOfFolders(segments)
            ?? RefusalOfName(segments[segments.Length - 1]);
    }

    // A folder called Directory.Build.props is as good as the file: MSBuild would look for it.
    private static string? RefusalOfFolders(string[] segments) =>
        segments.Take(segments.Length - 1).FirstOrDefault(folder => folder.Contains('.')) is { } dotted ? $"its folder '{dotted}' has a '.' in its name" : null;

    private static string? RefusalOfName(string name) =>
        ContextsFiles.Contains(name) || Extensions.Any(extension => name.Length > extension.Length && name.EndsWith(extension, StringComparison.Ordinal))
            ? null
            : $"it is not a policy file: only *{string.Join(", *", Extensions)} and {string.Join(", ", ContextsFiles)} are";

    private static string? RefusalOfSegment(string segment)
    {
        if (segment.Length == 0)
        {
            return "it has an empty segment";
        }

        if (segment is "." or "..")
        {
            return $"it has the segment '{segment}'";
        }

        if (!segment.All(IsAllowed))
        {
            return "it has a character other than A-Z, a-z, 0-9, '.', '_' and '-'";
        }

        // A leading dot is how the folder marks its own lists.
        if (segment[0] is '.' or '-' || segment[segment.Length - 1] == '.')
        {
            return $"its segment '{segment}' begins with '.' or '-', or ends with '.'";
        }

        return WindowsDevices.Contains(segment.Split('.')[0]) ? $"'{segment}' is the name of a device on Windows" : null;
    }

    private static bool IsAllowed(char c) =>
        c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-';
}
