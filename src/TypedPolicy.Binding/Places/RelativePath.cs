using TypedPolicy.Model.Languages;

namespace TypedPolicy.Binding.Places;

/// <summary>Paths as artifacts show them: relative to the project, with <c>/</c>, free of what a line mark cannot quote.</summary>
internal static class RelativePath
{
    /// <summary>The path of a file as seen from a directory; its name alone where the two have no root in common.</summary>
    public static string Of(string file, string directory)
    {
        var path = Split(file);
        var from = Split(directory);
        var rooted = path.Length > 0 && from.Length > 0 && file.Replace('\\', '/').StartsWith("/", StringComparison.Ordinal) == directory.Replace('\\', '/').StartsWith("/", StringComparison.Ordinal);
        var same = 0;
        while (same < path.Length - 1 && same < from.Length && path[same] == from[same])
        {
            same++;
        }

        var segments = !rooted || (same == 0 && from.Length > 0)
            ? path.Skip(path.Length - 1)
            : Enumerable.Repeat("..", from.Length - same).Concat(path.Skip(same));
        return PlainText.Line(string.Join("/", segments)).Replace('"', PlainText.Replacement);
    }

    private static string[] Split(string path) =>
        path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
}
