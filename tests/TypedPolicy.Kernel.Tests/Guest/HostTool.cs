using System.Diagnostics;

namespace TypedPolicy.Testing.Kernel;

/// <summary>A program of this machine that making a guest takes.</summary>
internal static class HostTool
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];

    /// <summary>The path of a program.</summary>
    /// <exception cref="GuestException">The program is not installed.</exception>
    public static string Find(string name, string package) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new GuestException($"{name} is missing. Install the Debian package {package}: apt-get install {package}");

    /// <summary>Runs a program and returns what it prints.</summary>
    /// <exception cref="GuestException">The program failed.</exception>
    public static string Run(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new GuestException($"{path} ended with {process.ExitCode}: {error.Result}{output}");
    }
}
