using System.Text.Json;
using TypedPolicy.Files;

namespace TypedPolicy.Tool.Policies;

/// <summary>
/// What a build left word of (the task RecordBuild writes it): where its policy lies, what it is linked with, what it was made from. Paths are full here.
/// </summary>
internal sealed record BuildRecord
{
    // RecordBuild.Version.
    private const int Version = 1;

    // A project of a hundred thousand files.
    private const long MaxFileSize = 32 << 20;

    /// <summary>The record itself.</summary>
    public required string File { get; init; }

    /// <summary>The project.</summary>
    public required string Project { get; init; }

    public required string Configuration { get; init; }

    public required string Framework { get; init; }

    /// <summary>When the build began, which read its sources after that.</summary>
    public required DateTime Started { get; init; }

    /// <summary>The folder below <c>obj</c> with the policy of this build, which no other build writes to.</summary>
    public required string Staged { get; init; }

    /// <summary>The folder that it was copied to.</summary>
    public required string Policy { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The policy files, relative to either folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Those of the project's own.</summary>
    public required IReadOnlyList<string> OwnFiles { get; init; }

    /// <summary>What is linked with, and for which target alone; none: the embedded base.</summary>
    public required IReadOnlyList<(string Path, string Target)> Bases { get; init; }

    /// <summary>The headers whose interfaces it can use; <see langword="null"/> if none.</summary>
    public required string? Headers { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Sources that the build made itself below <c>obj</c>; none in a record of an earlier version.</summary>
    public required IReadOnlyList<string> Generated { get; init; }

    /// <summary>The assemblies that the compiler was given; none in a record of an earlier version.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The symbols that <c>#if</c> knew.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>The target whose paths the author writes; empty in a record of an earlier version.</summary>
    public required string Spelling { get; init; }

    /// <summary>The projects that this one references.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>The project's name.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Project);

    /// <summary>The project's folder.</summary>
    public string Folder => Path.GetDirectoryName(Project)!;

    /// <summary>Whether a build began after this one that did not succeed, or has not ended.</summary>
    public bool IsPending => System.IO.File.Exists(Path.ChangeExtension(File, ".pending"));

    public bool HasPolicy => HasCil(Files);

    public bool HasOwnPolicy => HasCil(OwnFiles);

    /// <summary>The project with its configuration, as messages name a build.</summary>
    public string Display => Framework.Length == 0 ? $"{Name} ({Configuration})" : $"{Name} ({Configuration}, {Framework})";

    /// <summary>Reads a record; null if it cannot be read, is of another version, or its project is gone.</summary>
    public static BuildRecord? Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadAllBytes(file, MaxFileSize));
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
            {
                return null;
            }

            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var record = new BuildRecord
            {
                File = Path.GetFullPath(file),
                Project = Full(root.GetProperty("project")),
                Configuration = Text(root.GetProperty("configuration")),
                Framework = Text(root.GetProperty("framework")),
                Started = root.GetProperty("started").GetDateTime().ToUniversalTime(),
                Staged = Full(root.GetProperty("staged")),
                Policy = Full(root.GetProperty("policy")),
                Targets = Texts("targets"),
                Files = Texts("files"),
                OwnFiles = Texts("own"),
                Bases = [.. root.GetProperty("bases").EnumerateArray().Select(b => (Full(b.GetProperty("path")), Text(b.GetProperty("target"))))],
                Headers = root.TryGetProperty("headers", out var headers) && Text(headers).Length > 0 ? Full(headers) : null,
                Sources = [.. root.GetProperty("sources").EnumerateArray().Select(Full)],
                Generated = [.. Optional("generated").Select(Full)],
                References = [.. Optional("references").Select(Full)],
                Symbols = [.. Optional("symbols").Select(Text)],
                Spelling = root.TryGetProperty("spelling", out var spelling) ? Text(spelling) : "",
                Projects = [.. root.GetProperty("projects").EnumerateArray().Select(Full)],
            };
            return System.IO.File.Exists(record.Project) ? record : null;

            string Full(JsonElement path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, Text(path))));

            IEnumerable<JsonElement> Optional(string name) => root.TryGetProperty(name, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

            IReadOnlyList<string> Texts(string name) => [.. root.GetProperty(name).EnumerateArray().Select(Text)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element) => element.GetString() ?? "";

    private static bool HasCil(IEnumerable<string> files) => files.Any(f => f.EndsWith(".cil", StringComparison.Ordinal));
}
