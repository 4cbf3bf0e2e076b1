using System.Diagnostics;

namespace TypedPolicy.Tests.Paths;

/// <summary>File contexts in a directory of their own, asked through the tools of libselinux and secilc.</summary>
internal sealed class LabelLookup : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("labels");

    public string File(string name) => Path.Combine(_directory.FullName, name);

    /// <summary>A line of a <c>.fc</c> file whose type is its own name.</summary>
    public static string Line(string spec, string mark, string type) => $"{spec}\t{mark}\tsystem_u:object_r:{type}:s0\n";

    /// <summary>The type that each path gets; nothing where no label is for it.</summary>
    public IReadOnlyList<string?> Types(string fileContexts, IReadOnlyCollection<string> paths, string equivalences = "", string? kind = null)
    {
        System.IO.File.WriteAllText(File("fc"), fileContexts);
        System.IO.File.WriteAllText(File("fc.subs_dist"), equivalences);
        string[] options = kind is null ? [] : ["-m", kind];
        (_, string output, string errors) = Run("matchpathcon", [.. options, "-f", File("fc"), "-n", .. paths]);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length != paths.Count)
        {
            throw new InvalidOperationException($"{paths.Count} paths, {lines.Length} answers\n{errors}");
        }

        return [.. lines.Select(line => line == "<<none>>" ? null : line.Split(':')[2])];
    }

    public (int ExitCode, string Output, string Errors) Run(string tool, params string[] arguments)
    {
        string path = $"/usr/sbin:/sbin:{Environment.GetEnvironmentVariable("PATH")}".Split(':')
            .Select(directory => Path.Combine(directory, tool))
            .First(System.IO.File.Exists);
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _directory.FullName,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
