using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Tool.Headers;

/// <summary>The headers of a reference policy on disk: what a distribution's development package installs.</summary>
internal static class HeaderFolder
{
    /// <summary>Where Debian, Fedora and Enterprise Linux install them.</summary>
    public const string Usual = "/usr/share/selinux/devel/include";

    // Debian's and Fedora's largest is half a megabyte, the whole tree four to seven.
    private const long LargestFile = 16 << 20;
    private const int MostFiles = 5_000;

    /// <summary>Reads all headers of a tree.</summary>
    /// <exception cref="IOException">The folder is missing, or holds no headers, or more than a policy has.</exception>
    public static IReadOnlyList<HeaderFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There are no headers in {folder}. Install selinux-policy-dev (Debian) or selinux-policy-devel (Fedora, Enterprise Linux), or name their folder.");
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".if", StringComparison.Ordinal) || f.EndsWith(".spt", StringComparison.Ordinal) || Path.GetFileName(f) == "build.conf")
            .Take(MostFiles + 1)
            .ToList();
        if (files.Count is 0 or > MostFiles)
        {
            throw new IOException(files.Count == 0 ? $"{folder} holds no headers (*.if, *.spt)." : $"{folder} holds more than {MostFiles} headers.");
        }

        files.Sort(StringComparer.Ordinal);
        return [.. files.Select(f => new HeaderFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), ReadText(f)))];
    }

    /// <summary>Reads one policy source.</summary>
    /// <exception cref="IOException">It is missing, or larger than a policy source is.</exception>
    public static string ReadText(string file) =>
        new FileInfo(file).Length <= LargestFile ? File.ReadAllText(file) : throw new IOException($"{file} is larger than {LargestFile >> 20} MB.");
}
