namespace TypedPolicy.Build;

/// <summary>Paths relative to a folder, which .NET Standard 2.0 has no method for.</summary>
internal static class RelativePath
{
    /// <summary>The path with '/' between its parts; the whole path where it is on another drive.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="path">The full path of a file or folder.</param>
    public static string From(string folder, string path)
    {
        var (from, to) = (Parts(folder), Parts(path));
        var shared = from.Zip(to, (f, t) => string.Equals(f, t, Comparison)).TakeWhile(same => same).Count();
        return shared == 0
            ? path
            : string.Join("/", Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared)).DefaultIfEmpty("."));
    }

    /// <summary>Whether a path lies below a folder.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="path">The full path of a file or folder.</param>
    public static bool IsBelow(string folder, string path)
    {
        var (from, to) = (Parts(folder), Parts(path));
        return to.Length > from.Length && from.Zip(to, (f, t) => string.Equals(f, t, Comparison)).All(same => same);
    }

    private static StringComparison Comparison => Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    // The first part is the root: empty on Unix, a drive on Windows.
    private static string[] Parts(string path) => path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
