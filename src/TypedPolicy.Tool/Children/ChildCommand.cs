using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>
/// This program once more, in a process of its own. Linking is native code over files that may be anybody's: what breaks libsepol breaks the child, and
/// what grows without end ends it (<see cref="ChildWatch"/>).
/// </summary>
internal static class ChildCommand
{
    /// <summary>Runs it; what it wrote, and how it ended.</summary>
    /// <exception cref="InvalidOperationException">This process is a child itself: a child that starts children would have no end.</exception>
    public static ChildRun Run(IEnumerable<string> arguments)
    {
        if (ChildWatch.IsChild)
        {
            throw new InvalidOperationException("A child process of typedpolicy starts no child.");
        }

        // The host of this process, where that is dotnet itself; otherwise this program runs as an executable or in a test.
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(host, [typeof(ChildCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { [ChildWatch.ParentVariable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ChildFailure.Of(process.ExitCode, output, error.Result) is { } failure ? new(ExitCode.Failure, "", $"error: {failure}\n") : new(process.ExitCode, output, error.Result);
    }
}

/// <summary>How a child ended, and what it wrote.</summary>
internal sealed record ChildRun(int Code, string Output, string Error);
