using TypedPolicy.Files;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Targets;

namespace TypedPolicy.Tool.Headers;

/// <summary>The headers of a reference policy on disk: what a distribution's development package installs.</summary>
internal static class HeaderFolder
{
    /// <summary>Where Debian, Fedora and Enterprise Linux install them.</summary>
    public const string Usual = BaseIdentity.Headers;

    // Debian's and Fedora's largest is half a megabyte, the whole tree four to seven.
    private const long MaxFileSize = 16 << 20;
    private const int MaxFiles = 5_000;
    private const int MaxEntries = 50_000;

    /// <summary>Reads all headers of a tree.</summary>
    /// <exception cref="IOException">The folder is missing, or holds no headers, or more than a policy has.</exception>
    public static IReadOnlyList<HeaderFile> Read(string folder) =>
        [.. Files(folder).Select(f => new HeaderFile(Path.GetRelativePath(folder, f.FullName).Replace('\\', '/'), ReadText(f.FullName)))];

    /// <summary>Reads a tree.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="definitions">Names that m4 is told beside those of the tree's Makefile.</param>
    /// <exception cref="IOException">The folder is missing, or holds no headers, or more than a policy has.</exception>
    public static (HeaderTree Tree, IReadOnlyList<HeaderFile> Files) ReadTree(string folder, IReadOnlyCollection<KeyValuePair<string, string>> definitions)
    {
        var files = Read(folder);
        var settings = BuildSettings.Read(files.FirstOrDefault(f => f.Path == "Makefile")?.Text, files.FirstOrDefault(f => f.Path == "build.conf")?.Text ?? "");
        return (HeaderTree.Read(files, settings: settings.With(definitions)), files);
    }

    /// <summary>The headers of a tree, in the order of their paths.</summary>
    /// <exception cref="IOException">The folder is missing, or holds no headers, or more than a policy has.</exception>
    public static IReadOnlyList<FileInfo> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There are no headers in {folder}.{NearPath.Proposal(folder)} Install selinux-policy-dev (Debian) or selinux-policy-devel (Fedora, Enterprise Linux), or name their folder.");
        }

        var files = RegularFile.Below(folder, MaxEntries)
            .Where(f => IsHeader(f.Name))
            .Take(MaxFiles + 1)
            .ToList();
        if (files.Count is 0 or > MaxFiles)
        {
            throw new IOException(files.Count == 0 ? $"{folder} holds no headers (*.if, *.spt)." : $"{folder} holds more than {MaxFiles} headers.");
        }

        files.Sort((a, b) => string.CompareOrdinal(a.FullName, b.FullName));
        return files;
    }

    /// <summary>What has the name of a header in a tree and is not read, a line each: links, which may lead anywhere, and pipes and devices, which may have no end.</summary>
    public static IEnumerable<string> Skipped(string folder)
    {
        var skipped = new List<string>();
        _ = RegularFile.Below(folder, MaxEntries, skipped).Count();
        return skipped.Where(s => IsHeader(Path.GetFileName(s))).Order(StringComparer.Ordinal).Select(s => $"{Path.GetRelativePath(folder, s)} is not a regular file, and was not read.");
    }

    private static bool IsHeader(string name) => name.EndsWith(".if", StringComparison.Ordinal) || name.EndsWith(".spt", StringComparison.Ordinal) || name is "build.conf" or "Makefile";

    /// <summary>Reads one policy source.</summary>
    /// <exception cref="IOException">It is missing, or larger than a policy source is.</exception>
    public static string ReadText(string file) =>
        RegularFile.ReadAllText(file, MaxFileSize);
}
