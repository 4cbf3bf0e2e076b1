using System.Diagnostics;

namespace TypedPolicy.Tool.Shell;

/// <summary>
/// This program once more, in a process of its own. Linking is native code over files that may be anybody's: what breaks libsepol breaks the child.
/// </summary>
internal static class ChildCommand
{
    // A process that a signal ended has 128 and the signal's number for its code.
    private const int LargestOwnCode = 128;

    /// <summary>Runs it; what it said, and how it ended.</summary>
    public static ChildRun Run(IEnumerable<string> arguments)
    {
        // The host of this process, where that is dotnet itself; otherwise this program runs as an executable or in a test.
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(host, [typeof(ChildCommand).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode > LargestOwnCode
            ? new(ExitCode.Failure, "", $"error: libsepol itself broke down over the policy (exit code {process.ExitCode}).\n")
            : new(process.ExitCode, output, error.Result);
    }
}

/// <summary>How a child ended, and what it said.</summary>
internal sealed record ChildRun(int Code, string Output, string Error);
