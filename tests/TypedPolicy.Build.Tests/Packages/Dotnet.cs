using System.Diagnostics;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Runs the SDK as a user does: a process of its own.</summary>
public static class Dotnet
{
    // Only a hang takes this long: on a busy machine everything else ends sooner.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(30);

    public static DotnetResult Run(string folder, string packages, params string[] arguments) => Run(folder, packages, [], arguments);

    /// <summary>The same with variables of the environment.</summary>
    public static DotnetResult Run(string folder, string packages, Dictionary<string, string> environment, string[] arguments)
    {
        using var process = Start(folder, packages, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Hang))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return new(process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>Starts it.</summary>
    public static Process Start(string folder, string packages, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test run's own SDK says to its children is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NUGET_PACKAGES"] = packages;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
