using System.Diagnostics;
using System.Globalization;
using System.Text;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>
/// This program once more, in a process of its own. Linking is native code over files that may be anybody's: what breaks libsepol breaks the child, and
/// what grows without end ends it (<see cref="ChildWatch"/>).
/// </summary>
internal static class ChildCommand
{
    private const string Error = "error: ";

    /// <summary>Runs one that hands over an answer.</summary>
    /// <exception cref="SepolException">It has none.</exception>
    public static IReadOnlyList<byte[]> Ask(IEnumerable<string> arguments)
    {
        var run = Run(arguments);
        return run.Code == ExitCode.Success
            ? [.. ChildAnswer.Read(run.Content)]
            : throw new SepolException(run.Error.Trim() is var text && text.StartsWith(Error, StringComparison.Ordinal) ? text[Error.Length..] : text);
    }

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
        var work = ChildWork.Of(start.ArgumentList.ElementAtOrDefault(1));
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return ChildFailure.Of(process.ExitCode, output.Length > 0, error.Result, work) is { } failure ? new(ExitCode.Failure, [], $"{Error}{failure}\n") : new(process.ExitCode, output.ToArray(), error.Result);
    }
}

/// <summary>How a child ended, and what it wrote.</summary>
internal sealed record ChildRun(int Code, byte[] Content, string Error)
{
    /// <summary>What it wrote as text.</summary>
    public string Output => Encoding.UTF8.GetString(Content);
}
