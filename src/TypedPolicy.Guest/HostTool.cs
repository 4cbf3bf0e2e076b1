using System.Diagnostics;

namespace TypedPolicy.Guest;

/// <summary>A program of this machine that making a guest takes.</summary>
internal static class HostTool
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries), "/usr/sbin", "/sbin"];

    /// <summary>The path of a program.</summary>
    /// <exception cref="GuestException">The program is not installed.</exception>
    public static string Find(string name, string package) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new GuestException($"{name} is missing. Install the Debian package {package}: apt-get install {package}");

    /// <summary>Runs a program and returns what it prints, whatever it ends with.</summary>
    public static string Output(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
