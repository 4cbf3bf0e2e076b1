using System.Diagnostics;
using System.Globalization;

namespace TypedPolicy.Guest;

/// <summary>A process that ends when this one does, however that ends, and that the kernel holds to its limits. It takes no right of an administrator.</summary>
internal sealed class BoundProcess : IDisposable
{
    // setpriv asks for a signal at the end of its parent. There is none to come where that ended before: then the shell has another parent, and starts nothing.
    internal const string Guarded = """[ "$PPID" = "$1" ] || exit 1; ulimit -c 0; ulimit -S -t "$2"; ulimit -d "$3"; shift 3; exec "$@" """;

    private readonly ManualResetEventSlim _ended = new();

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="megabytes">The private memory that it may have.</param>
    /// <param name="prepare">Sets what else there is to set.</param>
    /// <exception cref="GuestException">What it takes is not installed.</exception>
    public BoundProcess(string program, IEnumerable<string> arguments, int megabytes, Action<ProcessStartInfo> prepare)
    {
        var start = new ProcessStartInfo(HostTool.Find("setpriv", "util-linux"),
        [
            "--pdeathsig", "KILL", "--", "/bin/sh", "-c", Guarded, "guest", Number(Environment.ProcessId), Number(GuestLimits.ProcessorSeconds), Number(megabytes << 10), program, .. arguments,
        ]);
        prepare(start);

        // For the kernel the parent is the thread that starts the process: one that ends, as those of a pool do, would take it along.
        var started = new TaskCompletionSource<Process>();
        new Thread(() => Hold(start, started)) { IsBackground = true, Name = "Guest" }.Start();
        Process = started.Task.GetAwaiter().GetResult();
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Ends it.</summary>
    public void End()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.WaitForExit();
    }

    /// <summary>Ends it, and frees what it took.</summary>
    public void Dispose()
    {
        if (!_ended.IsSet)
        {
            End();
            Process.Dispose();
            _ended.Set();
        }
    }

    private void Hold(ProcessStartInfo start, TaskCompletionSource<Process> started)
    {
        try
        {
            started.SetResult(Process.Start(start)!);
        }
        catch (Exception e)
        {
            started.SetException(e);
            return;
        }

        _ended.Wait();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
