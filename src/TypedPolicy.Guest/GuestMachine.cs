using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace TypedPolicy.Guest;

/// <summary>
/// A machine of QEMU's: what it writes to its console, the line to the agent in it, and the window of memory that both sides see. It needs no right of an administrator, no
/// network and no disk.
/// </summary>
internal sealed class GuestMachine : IDisposable
{
    /// <summary>What questions and answers use of the window. The agent has the same number.</summary>
    public const int WindowBytes = 32 << 20;

    // The end of it tells why a guest stopped.
    private const int MaxConsole = 8_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typedpolicy-");
    private readonly BoundProcess _bound;
    private readonly Process _machine;
    private readonly Task<string> _complaints;
    private readonly FileStream _console;
    private readonly FileStream _window;
    private readonly TimeSpan _patience;

    /// <summary>Starts a machine.</summary>
    /// <param name="kernel">What it boots.</param>
    /// <param name="initial">What the kernel unpacks and starts.</param>
    /// <param name="files">What the window holds at first.</param>
    /// <param name="megabytes">Its memory. The window does not count.</param>
    /// <param name="patience">How long it may be silent.</param>
    /// <param name="kvm">Whether the processor helps.</param>
    public GuestMachine(KernelImage kernel, byte[] initial, byte[] files, int megabytes, TimeSpan patience, bool kvm)
    {
        _patience = patience;
        var archive = Path.Combine(_folder.FullName, "root.cpio");
        File.WriteAllBytes(archive, initial);
        (_console, _window) = (Shared("console"), Shared("window"));
        _window.Write(files);
        _window.Flush();

        // The memory of a device of the bus is a power of two.
        var windowBytes = Math.Max(WindowBytes, BitOperations.RoundUpToPowerOf2((uint)files.Length));
        _window.SetLength(windowBytes);

        // q35, and not the smaller microvm, which has no clock that the kernel's own can be compared with: without hardware support it then hangs at times.
        _bound = new(
            HostTool.Find("qemu-system-x86_64", "qemu-system-x86"),
            [
                "-machine", "q35", .. Accelerator.Arguments(kvm), "-m", megabytes.ToString(CultureInfo.InvariantCulture), "-smp", "1",
                "-nodefaults", "-no-user-config", "-display", "none", "-nic", "none", "-no-reboot",
                "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
                "-serial", "file:" + _console.Name, "-chardev", "stdio,id=agent,signal=off", "-serial", "chardev:agent",
                "-object", $"memory-backend-file,id=window,share=on,size={windowBytes},mem-path={_window.Name}", "-device", "ivshmem-plain,memdev=window",
                "-kernel", kernel.Path, "-initrd", archive,
                "-append", "console=ttyS0 lsm=selinux enforcing=0 quiet loglevel=1 panic=-1 nokaslr mitigations=off cryptomgr.notests=1",
            ],
            megabytes + GuestLimits.MaxExtraMegabytes,
            start =>
            {
                (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
                (start.StandardInputEncoding, start.StandardOutputEncoding) = (new UTF8Encoding(false), Encoding.UTF8);
            });
        _machine = _bound.Process;
        _complaints = _machine.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether the kernel has said something, or ended, within a time.</summary>
    public bool Speaks(TimeSpan within)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < within; Thread.Sleep(20))
        {
            if (_machine.HasExited || RandomAccess.GetLength(_console.SafeFileHandle) > 0)
            {
                return !_machine.HasExited;
            }
        }

        return false;
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _machine.HasExited;

    /// <summary>Sends a line.</summary>
    public void Write(string line)
    {
        try
        {
            _machine.StandardInput.Write(line + "\n");
            _machine.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Failure("The guest has ended");
        }
    }

    /// <summary>The words of the next line.</summary>
    /// <exception cref="GuestException">There is none in time, or the guest has ended: the message has its console.</exception>
    public string[] Read()
    {
        var reading = _machine.StandardOutput.ReadLineAsync();
        return reading.Wait(_patience)
            ? reading.Result?.TrimEnd('\r').Split('\t') ?? throw Failure("The guest has ended")
            : throw Failure($"The guest has not answered for {_patience.TotalSeconds:0} seconds");
    }

    /// <summary>Puts bytes into the window.</summary>
    /// <exception cref="GuestException">They do not fit.</exception>
    public void Show(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= WindowBytes / 2)
        {
            throw new GuestException($"{bytes.Length >> 20} MB are more than can be handed to a guest at once: {WindowBytes >> 21} MB. Put them into what it boots with.");
        }

        _window.Position = 0;
        _window.Write(bytes);
        _window.Flush();
    }

    /// <summary>Bytes of the window.</summary>
    public byte[] Look(int size)
    {
        var bytes = new byte[size];
        _window.Position = 0;
        _window.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Ends the machine; what happened, with the end of its console.</summary>
    public GuestException Failure(string what)
    {
        _bound.End();
        return new($"{GuestLimits.Explain(_machine.ExitCode, what)}. Its console:\n{Console()}\n{_complaints.Result}");
    }

    /// <summary>Deletes its files, which both sides have open: nobody would once this process is killed.</summary>
    public void DeleteFiles()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted before.
        }
    }

    /// <summary>Ends the machine.</summary>
    public void Dispose()
    {
        _bound.Dispose();
        _console.Dispose();
        _window.Dispose();
        DeleteFiles();
    }

    private FileStream Shared(string name) => new(Path.Combine(_folder.FullName, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, 1);

    private string Console()
    {
        var from = Math.Max(0, RandomAccess.GetLength(_console.SafeFileHandle) - MaxConsole);
        var end = new byte[MaxConsole];
        return Encoding.UTF8.GetString(end, 0, RandomAccess.Read(_console.SafeFileHandle, end, from));
    }
}
