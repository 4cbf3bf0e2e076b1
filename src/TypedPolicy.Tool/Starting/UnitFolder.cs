using TypedPolicy.Evidence;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Files;

namespace TypedPolicy.Tool.Starting;

/// <summary>The files of a service: its unit, those that are named with it, and those that lie where systemd looks for them.</summary>
internal static class UnitFolder
{
    private const int MaxFileSize = 1 << 20;
    private const int MaxFiles = 200;
    private const int MaxEntries = 10_000;

    private static readonly string[] Kinds = ["socket", "timer", "path"];

    /// <summary>Reads a unit or what belongs to one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static EvidenceFile Read(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";
        var name = Path.GetFileName(path);
        return new(folder.EndsWith(".d", StringComparison.Ordinal) ? $"{folder}/{name}" : name, RegularFile.ReadAllText(path, MaxFileSize));
    }

    /// <summary>The files beside a unit, drop-ins in the order in which they count.</summary>
    /// <param name="unit">The unit.</param>
    public static IReadOnlyList<string> Beside(string unit)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(unit))!;
        if (UnitName.TryRead(Path.GetFileName(unit)) is not { } name)
        {
            return [];
        }

        var others = Kinds.SelectMany(kind => new[] { name with { Kind = kind }, name with { Kind = kind, Instance = null } }).Distinct().Where(n => File.Exists(Path.Combine(folder, n.Text))).ToList();
        IReadOnlyList<string> found = [.. others.Select(o => Path.Combine(folder, o.Text))
            .Concat(others.Prepend(name).SelectMany(n => DropIns(folder, n)))
            .Concat(Lists(folder, name.Prefix, "tmpfiles"))
            .Concat(Lists(folder, name.Prefix, "sysusers"))
            .Concat(BusServices(folder, name.Text))
            .Select(Path.GetFullPath)
            .Where(RegularFile.Is)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxFiles + 1)];

        // The last drop-in counts most: what is left out may be another program.
        return found.Count <= MaxFiles ? found : throw new IOException($"More than {MaxFiles} files belong to '{unit}'.");
    }

    /// <summary>A drop-in of a name in a folder that counts more takes the place of one in another.</summary>
    private static IEnumerable<string> DropIns(string folder, UnitName name)
    {
        var byName = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in name.DropInFolders().SelectMany(d => Files(Path.Combine(folder, d), "*.conf")))
        {
            byName[Path.GetFileName(path)] = path;
        }

        return byName.Values;
    }

    // Beside the unit, as packages have it in their sources; in a folder of the name; or where it is installed, two folders up.
    private static IEnumerable<string> Lists(string folder, string name, string kind) =>
    [
        Path.Combine(folder, $"{name}.{kind}"), Path.Combine(folder, $"{name}.{kind}.conf"), Path.Combine(folder, $"{name}.{kind}.d"), Path.Combine(folder, $"{kind}.d", $"{name}.conf"),
        Path.Combine(folder, "..", "..", $"{kind}.d", $"{name}.conf"),
    ];

    private static IEnumerable<string> BusServices(string folder, string unit) =>
        new[] { folder, Path.Combine(folder, "..", "..", "..", "share", "dbus-1", "system-services") }
            .SelectMany(f => Files(f, "*.*.service"))
            .Where(path => RegularFile.Is(path) && IsOf(path, unit));

    // What cannot be read is another service's.
    private static bool IsOf(string path, string unit)
    {
        try
        {
            return RegularFile.ReadAllText(path, MaxFileSize).Contains($"SystemdService={unit}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Take(MaxEntries).Order(StringComparer.Ordinal) : [];
}
