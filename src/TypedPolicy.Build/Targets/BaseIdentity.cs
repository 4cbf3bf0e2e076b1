using TypedPolicy.Files;

namespace TypedPolicy.Targets;

/// <summary>
/// Tells which targets a base policy can be, from what lies with it: its <c>build.conf</c>, the equivalences of its file contexts, and the release of the
/// system that it is installed in: one rule for the build and the command. Only of that system: a copy of headers elsewhere tells nothing of the machine that it lies on.
/// </summary>
internal static class BaseIdentity
{
    /// <summary>Where the packages of Debian, Fedora and Enterprise Linux install headers.</summary>
    public const string Headers = "/usr/share/selinux/devel/include";

    private const long MaxFileSize = 16 << 20;
    private const int MaxLines = 1_000;
    private const int LinesOfHead = 4;

    // Where a distribution puts its policy. What is before it is the root of the system, which may be an image or a container's.
    private static readonly string[] Installed = ["/usr/share/selinux", "/var/lib/selinux", "/etc/selinux"];

    private static readonly string[] RedHat = ["el9", "el10", "fedora", "el8"];

    private static readonly string[] Debian = ["debian12", "debian13"];

    /// <summary>The targets that headers can be of, the likeliest first; none where nothing tells.</summary>
    /// <param name="headers">The folder of the headers.</param>
    /// <param name="installed">The root of the installed policy that they belong to, or empty.</param>
    public static IReadOnlyList<string> OfHeaders(string headers, string installed)
    {
        var family = OfBuildConf(Path.Combine(headers, "build.conf"));
        var system = OfSystem(headers);
        if (system.Count == 0 && installed.Length > 0)
        {
            system = OfInstalled(installed);
        }

        // The headers' own word: some are installed on a system of another family to build for it.
        return family.Count == 0 ? system : Narrowed(family, system);
    }

    /// <summary>The targets that an installed policy, or modules of one, can be of.</summary>
    public static IReadOnlyList<string> OfInstalled(string path) => Narrowed(OfEquivalences(path), OfSystem(path));

    /// <summary>The target of an index of a base, which is in its head; none if that is not one of ours.</summary>
    /// <param name="index">The index.</param>
    public static IReadOnlyList<string> OfIndex(string index) =>
        [.. Lines(index, LinesOfHead).Select(line => line.Split(' ', '\t')).Where(word => word.Length == 2 && word[0] == "target").Select(word => word[1]).Where(TargetNames.All.Contains)];

    /// <summary>The target of an operating system, by its <c>os-release</c>; none if it has no policy that is known.</summary>
    /// <param name="root">The root of the system.</param>
    public static IReadOnlyList<string> OfRelease(string root)
    {
        var (names, release) = Release(root);
        if (names.Contains("debian"))
        {
            // What is made from Debian has releases of its own.
            // Of its own, one that is not known here is newer than those that are: testing and unstable have no number.
            return names[0] != "debian" || (int.TryParse(release, out var number) && number < 12) ? Debian
                : Debian.Contains("debian" + release) ? ["debian" + release]
                : [.. Enumerable.Reverse(Debian)];
        }

        // Enterprise Linux is like Fedora, and its rebuilds are like both.
        if (names.Contains("rhel") || names.Contains("centos"))
        {
            return TargetNames.All.Contains("el" + release) ? ["el" + release] : [];
        }

        return names.Contains("fedora") && names[0] == "fedora" ? ["fedora"] : [];
    }

    /// <summary>The names of an operating system and of those that it is like, its own first, and the number of its release; none of them where its <c>os-release</c> has none.</summary>
    /// <param name="root">The root of the system.</param>
    public static (IReadOnlyList<string> Names, string Release) Release(string root)
    {
        var fields = new[] { "etc/os-release", "usr/lib/os-release" }
            .Select(file => Path.Combine(root.Length == 0 ? "/" : root, file))
            .Where(File.Exists)
            .SelectMany(file => Lines(file))
            .Select(line => line.Split(['='], 2))
            .Where(field => field.Length == 2)
            .GroupBy(field => field[0].Trim(), field => field[1].Trim().Trim('"', '\''), StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.First(), StringComparer.Ordinal);
        return (
            [.. new[] { "ID", "ID_LIKE" }.SelectMany(key => fields.TryGetValue(key, out var value) ? value.Split(' ') : []).Where(name => name.Length > 0)],
            fields.TryGetValue("VERSION_ID", out var version) ? version.Split('.')[0] : "");
    }

    private static IReadOnlyList<string> OfSystem(string path) =>
        RootOf(path) is { } root ? OfRelease(root) : [];

    /// <summary>The root of the system that a path is installed in; <see langword="null"/> if it is not a place where policy is installed.</summary>
    private static string? RootOf(string path)
    {
        var full = Path.GetFullPath(path).Replace('\\', '/');
        foreach (var place in Installed)
        {
            var at = full.IndexOf(place, StringComparison.Ordinal);
            if (at >= 0 && (full.Length == at + place.Length || full[at + place.Length] == '/'))
            {
                return full.Substring(0, at);
            }
        }

        return null;
    }

    // DISTRO ?= debian
    private static IReadOnlyList<string> OfBuildConf(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var distribution = Lines(file).Select(line => line.Split('#')[0].Split('='))
            .Where(part => part.Length == 2 && part[0].Trim(' ', '\t', '?', ':').Replace("override ", "") == "DISTRO")
            .Select(part => part[1].Trim())
            .LastOrDefault();
        return distribution switch
        {
            null => [],
            "debian" => Debian,
            "" => ["refpolicy"],
            _ when distribution.StartsWith("redhat", StringComparison.Ordinal) || distribution.StartsWith("rhel", StringComparison.Ordinal) => RedHat,
            _ => ["refpolicy"],
        };
    }

    // Which way /run and /var/run go, and whether the folders of programs are one, tells the families apart.
    private static IReadOnlyList<string> OfEquivalences(string root)
    {
        var file = Path.Combine(root, "contexts", "files", "file_contexts.subs_dist");
        if (!File.Exists(file))
        {
            return [];
        }

        var lines = new HashSet<string>(Lines(file).Select(line => string.Join(" ", line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))), StringComparer.Ordinal);
        return lines.Contains("/run /var/run") ? ["el9", "el8"]
            : lines.Contains("/usr/sbin /usr/bin") ? ["fedora"]
            : lines.Contains("/lib/systemd /usr/lib/systemd") ? [.. Debian, "refpolicy"]
            : lines.Contains("/var/run /run") ? ["el10"]
            : [];
    }

    private static IReadOnlyList<string> Narrowed(IReadOnlyList<string> family, IReadOnlyList<string> system) =>
        family.Count == 0 ? system : system.Intersect(family, StringComparer.Ordinal).ToList() is { Count: > 0 } both ? both : family;

    private static List<string> Lines(string file, int most = MaxLines)
    {
        var lines = new List<string>();
        try
        {
            using var reader = new StreamReader(RegularFile.OpenRead(file, MaxFileSize));
            while (lines.Count < most && reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
