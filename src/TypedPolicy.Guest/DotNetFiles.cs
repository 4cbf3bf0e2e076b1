using System.Runtime.InteropServices;
using System.Text.Json;

namespace TypedPolicy.Guest;

/// <summary>What a framework-dependent .NET program needs besides its own files: the host, the frameworks that its runtimeconfig.json names, and the libraries of the system.</summary>
internal static class DotNetFiles
{
    // Where an apphost looks for .NET when nothing tells it another place.
    private const string Place = "/usr/share/dotnet";

    // Only a debugger asks for these.
    private static readonly string[] OfDebuggers = ["libmscordaccore.so", "libmscordbi.so", "createdump", "Microsoft.DiaSymReader.Native.amd64.dll"];

    /// <summary>The files, and their paths in the guest.</summary>
    /// <exception cref="GuestException">The folder is not that of a framework-dependent program, or a framework is not installed.</exception>
    public static IEnumerable<(string Source, string Path)> Of(string folder)
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string[] folders = [Newest(root, Path.Combine("host", "fxr"), ""), .. Frameworks(folder).Select(f => Newest(root, Path.Combine("shared", f.Name), Series(f.Version)))];
        string[] files = [.. folders.SelectMany(Directory.GetFiles).Where(f => !OfDebuggers.Contains(Path.GetFileName(f)))];
        var libraries = files.Where(f => f.EndsWith(".so", StringComparison.Ordinal)).SelectMany(SharedLibraries.Of).Distinct().Where(File.Exists);
        return [.. files.Select(f => (f, $"{Place}/{Path.GetRelativePath(root, f)}")), .. libraries.Select(l => (l, l))];
    }

    private static IEnumerable<(string Name, string Version)> Frameworks(string folder)
    {
        var file = Directory.GetFiles(folder, "*.runtimeconfig.json") is [var one] ? one : throw new GuestException($"'{folder}' is not the output of one .NET program: it has no *.runtimeconfig.json, or several.");
        using var configuration = JsonDocument.Parse(File.ReadAllBytes(file));
        var options = configuration.RootElement.GetProperty("runtimeOptions");
        return options.TryGetProperty("frameworks", out var several) ? [.. several.EnumerateArray().Select(Framework)]
            : options.TryGetProperty("framework", out var single) ? [Framework(single)]
            : throw new GuestException($"'{file}' names no framework: copy a self-contained program with WithCopy.");
    }

    private static (string Name, string Version) Framework(JsonElement framework) => (framework.GetProperty("name").GetString()!, framework.GetProperty("version").GetString()!);

    // As the host chooses: the newest of the same major and minor version.
    private static string Series(string version) => version.Split('.') is [var major, var minor, ..] ? $"{major}.{minor}." : version;

    private static string Newest(string root, string kind, string series)
    {
        var folder = Path.Combine(root, kind);
        return (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(f => Path.GetFileName(f).StartsWith(series, StringComparison.Ordinal))
            .MaxBy(f => Version.TryParse(Path.GetFileName(f).Split('-')[0], out var number) ? number : new())
            ?? throw new GuestException($"'{folder}' has no version {series}*. Install one to have the program run in a guest.");
    }
}
