using System.Diagnostics;
using System.Globalization;
using System.Text;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>
/// The child's side of <see cref="ChildCommand"/> and of the build's tasks: it ends when its parent does, however that ends, and when it has used what
/// <see cref="ChildLimits"/> allow. A thread looks, since the one that links is in native code.
/// </summary>
internal static class ChildWatch
{
    /// <summary>The environment variable that makes a process a child: the number of the process that started it.</summary>
    public const string ParentVariable = "TYPEDPOLICY_PARENT";

    // The thread reports what happened before the system refuses memory, which libsepol answers by ending the process.
    private const long Leeway = 1L << 30;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether this process is a child.</summary>
    public static bool IsChild { get; private set; }

    /// <summary>Begins to watch, where this process is a child.</summary>
    public static void Start()
    {
        if (Environment.GetEnvironmentVariable(ParentVariable) is not { Length: > 0 } variable)
        {
            return;
        }

        // What this process starts is not a child of that parent.
        Environment.SetEnvironmentVariable(ParentVariable, null);
        IsChild = true;
        var parent = int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var limits = ChildLimits.FromEnvironment();
        NativeProcess.Limit(((long)limits.Megabytes << 20) + Leeway);
        new Thread(() => Watch(parent, limits)) { IsBackground = true, Name = "Watch", Priority = ThreadPriority.AboveNormal }.Start();
    }

    private static void Watch(int parent, ChildLimits limits)
    {
        var work = ChildWork.OfThisProcess;
        for (var running = Stopwatch.StartNew(); ; Thread.Sleep(Interval))
        {
            if (NativeProcess.Parent is > 0 and var now && now != parent)
            {
                End("The process that started this one has ended.");
            }
            else if (Environment.CpuUsage.TotalTime.TotalSeconds > limits.ProcessorSeconds)
            {
                End($"{work.Name} took more than {limits.ProcessorSeconds} s of processor time. {work.Advice}");
            }
            else if (running.Elapsed.TotalMinutes > ChildLimits.MaxMinutes)
            {
                End($"{work.Name} took more than {ChildLimits.MaxMinutes} minutes.");
            }
            else if (Environment.WorkingSet >> 20 > limits.Megabytes)
            {
                End($"{work.Name} took more than {limits.Megabytes} MB of memory. {work.Advice}");
            }
        }
    }

    private static void End(FormattableString why) => NativeProcess.End(ExitCode.Failure, Encoding.UTF8.GetBytes($"error: {FormattableString.Invariant(why)}\n"));

    private static void End(string why) => End((FormattableString)$"{why}");
}
