using System.Diagnostics;

namespace TypedPolicy.Bench.Builds;

/// <summary>Runs processes and times them whole, from start to end.</summary>
internal static class Shell
{
    /// <summary>Runs a process; what it says is an error where it fails.</summary>
    public static (TimeSpan Time, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What this process's own SDK says to its children is not meant for these.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Workspace.Root, "packages");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        var time = clock.Elapsed;
        return process.ExitCode == 0
            ? (time, output)
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed in {folder}:\n{output}");
    }

    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
