using System.Diagnostics;
using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>The process of a guest: whose end is its end, and what it may use.</summary>
public sealed class BoundProcessTests
{
    [Fact]
    public void It_outlives_the_thread_that_started_it()
    {
        BoundProcess? bound = null;
        var thread = new Thread(() => bound = Sleep(64));
        thread.Start();
        thread.Join();
        using (bound)
        {
            SpinWait.SpinUntil(() => Name(bound!.Process) == "sleep");
            Assert.False(bound!.Process.WaitForExit(TimeSpan.FromMilliseconds(500)), "It ended.");
        }
    }

    [Fact]
    public void The_kernel_holds_it_to_its_limits()
    {
        using var bound = Sleep(64);
        SpinWait.SpinUntil(() => Name(bound.Process) == "sleep");
        var limits = File.ReadAllLines($"/proc/{bound.Process.Id}/limits").ToDictionary(l => l[..26].Trim(), l => l[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("3600", limits["Max cpu time"][0]);
        Assert.Equal(["67108864", "67108864"], limits["Max data size"][..2]);
        Assert.Equal(["0", "0"], limits["Max core file size"][..2]);
    }

    [Fact]
    public void What_another_process_asks_for_is_not_started()
    {
        using var setpriv = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", BoundProcess.Guarded, "guest", "1", "1", "1", "/bin/echo", "started"]) { RedirectStandardOutput = true })!;
        Assert.Equal("", setpriv.StandardOutput.ReadToEnd());
        setpriv.WaitForExit();
        Assert.Equal(1, setpriv.ExitCode);
    }

    private static BoundProcess Sleep(int megabytes) => new("/usr/bin/sleep", ["1000"], megabytes, _ => { });

    private static string Name(Process process) => File.ReadAllText($"/proc/{process.Id}/comm").TrimEnd();
}
