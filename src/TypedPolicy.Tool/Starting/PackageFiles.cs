using System.Diagnostics;

namespace TypedPolicy.Tool.Starting;

/// <summary>The files of an installed package, by <c>dpkg -L</c> or <c>rpm -ql</c>.</summary>
internal static class PackageFiles
{
    private const int MaxFiles = 100_000;

    private static readonly (string Tool, string[] Arguments)[] Tools = [("dpkg", ["-L", "--"]), ("rpm", ["-ql", "--"])];

    /// <summary>What a package has of a service.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="problem">Why it is not known.</param>
    public static PackagedService? Of(string package, out string? problem)
    {
        problem = $"Neither dpkg nor rpm knows a package '{package}' that is installed.";
        if (package.Length == 0 || package[0] == '-' || !package.All(c => char.IsAsciiLetterOrDigit(c) || "+-._:".Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (var (tool, arguments) in Tools)
        {
            if (Run(tool, [.. arguments, package]) is { Count: > 0 } files)
            {
                problem = null;
                return PackagedService.Of(files, Directory.Exists);
            }
        }

        return null;
    }

    private static List<string>? Run(string tool, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var lines = new List<string>();
            while (lines.Count < MaxFiles && process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith('/'))
                {
                    lines.Add(line);
                }
            }

            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? lines : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // the tool is not there
        }
    }
}
