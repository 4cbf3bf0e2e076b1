using TypedPolicy.Evidence.Programs;
using TypedPolicy.Files;

namespace TypedPolicy.Tool.Starting;

/// <summary>The file of a program on this machine, and those of .NET beside it.</summary>
internal static class ProgramOfHost
{
    private const long MaxSize = 512L << 20;
    private const int MaxSettings = 20;
    private const int MaxSettingsSize = 1 << 20;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="installed">Where it is on the host that it is installed on; null if it is there already.</param>
    /// <param name="problem">Why it cannot be read.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ProgramFacts? Read(string path, string? installed, out string? problem)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        IReadOnlyList<string> settings = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "appsettings*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Take(MaxSettings)] : [];
        return ProgramFile.Read(installed ?? Path.GetFullPath(path), Path.GetFileName(path), name => Open(Path.Combine(folder, name)), settings, out problem);
    }

    // A link leads to where the program is; what is not a file, or is too large, is not read.
    private static FileStream? Open(string path)
    {
        if (!RegularFile.Is(path))
        {
            return null;
        }

        var stream = File.OpenRead(path);
        var most = path.EndsWith(".json", StringComparison.Ordinal) ? MaxSettingsSize : MaxSize;
        if (stream.Length > most)
        {
            stream.Dispose();
            throw new IOException($"'{path}' has more than {most >> 20} MB.");
        }

        return stream;
    }
}
