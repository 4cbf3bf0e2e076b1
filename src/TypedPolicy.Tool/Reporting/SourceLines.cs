using TypedPolicy.Files;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Reporting;

/// <summary>What the C# lines of a build say: those of its own sources that have not changed since.</summary>
/// <param name="build">The build; null if policy files were named, whose sources are not known.</param>
internal sealed class SourceLines(BuiltPolicy? build)
{
    // A file of code that people write has some hundred lines.
    private const long MaxFileSize = 4 << 20;
    private const int MaxLineLength = 400;

    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <summary>The text of a line; null if it is not known.</summary>
    public string? Of(SourceMark mark)
    {
        if (build is null)
        {
            return null;
        }

        var path = Path.GetFullPath(mark.File, build.Record.Folder);
        if (!_files.TryGetValue(path, out var lines))
        {
            _files[path] = lines = build.Record.Sources.Contains(path, StringComparer.Ordinal) && !build.NewerSources.Contains(path, StringComparer.Ordinal) ? Read(path) : [];
        }

        return mark.Line > 0 && mark.Line <= lines.Length && lines[mark.Line - 1].Trim() is { Length: > 0 and <= MaxLineLength } line ? line : null;
    }

    private static string[] Read(string path)
    {
        try
        {
            return RegularFile.ReadAllText(path, MaxFileSize).Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
