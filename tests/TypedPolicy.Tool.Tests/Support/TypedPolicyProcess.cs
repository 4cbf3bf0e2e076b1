using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TypedPolicy.Tool.Tests.Support;

/// <summary>The command in a process of its own, as a shell starts it.</summary>
internal sealed class TypedPolicyProcess : IDisposable
{
    // Only a hang takes this long: on a busy machine everything else ends sooner.
    public static readonly TimeSpan Hang = TimeSpan.FromMinutes(30);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private TypedPolicyProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public static TypedPolicyProcess Start(IReadOnlyDictionary<string, string?> environment, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Runs it to its end.</summary>
    public static CommandRun Run(IReadOnlyDictionary<string, string?> environment, string? folder, params string[] arguments)
    {
        using var process = Start(environment, folder, arguments);
        return process.End();
    }

    public CommandRun End()
    {
        Assert.True(_process.WaitForExit(Hang), "The command does not end.");
        return new(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>The child that links, as soon as there is one.</summary>
    public Process Child()
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(20))
        {
            Assert.False(_process.HasExited, "The command ended without a child.");
            Assert.True(waited.Elapsed < Hang, "The command starts no child.");
            try
            {
                var children = Directory.GetDirectories($"/proc/{_process.Id}/task").SelectMany(t => File.ReadAllText(Path.Combine(t, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
                if (children is [var child])
                {
                    return Process.GetProcessById(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture));
                }
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                // A thread or a child ended meanwhile.
            }
        }
    }

    /// <summary>Sends a signal, unless the command has ended.</summary>
    public void Signal(int signal) => Assert.True(kill(_process.Id, signal) == 0 || _process.WaitForExit(Hang), "The command cannot be signalled.");

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
