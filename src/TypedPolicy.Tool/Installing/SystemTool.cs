using System.Diagnostics;
using System.Text;

namespace TypedPolicy.Tool.Installing;

/// <summary>A program of the system, run with arguments that no shell reads.</summary>
internal static class SystemTool
{
    // A user's PATH does not have the last two.
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted), "/usr/sbin", "/sbin"];

    /// <summary>The path of a program; null if it is not installed.</summary>
    public static string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads.</param>
    public static ToolOutcome Run(string path, IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C" } };
        using var process = Process.Start(start)!;
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(input.Span);
        }
        catch (IOException)
        {
            // It ended before it had read everything, and reports why.
        }

        process.WaitForExit();
        return new(process.ExitCode, said.ToString());

        void Add(string? line)
        {
            lock (said)
            {
                _ = line is { Length: > 0 } ? said.Append(line).Append('\n') : said;
            }
        }
    }
}

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Text">What it wrote, line by line.</param>
internal sealed record ToolOutcome(int Code, string Text)
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
