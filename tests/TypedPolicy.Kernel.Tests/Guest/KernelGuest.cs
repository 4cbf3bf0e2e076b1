using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TypedPolicy.Testing.Kernel;

/// <summary>
/// A virtual machine in which a Linux kernel enforces a policy, and processes in it that do what a test asks them to. It needs no right of an administrator, no network and no
/// disk. One process of the test asks it at a time.
/// </summary>
public sealed class KernelGuest : IDisposable
{
    /// <summary>The time after which a guest that does not answer is one that hangs.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typedpolicy-");
    private readonly Process _machine;
    private readonly Task<string> _complaints;
    private readonly string _console;
    private int _questions;

    private KernelGuest(KernelImage kernel, GuestContent content)
    {
        var root = Path.Combine(_folder.FullName, "root.cpio");
        _console = Path.Combine(_folder.FullName, "console");
        File.WriteAllBytes(root, InitialRoot.Of(content));

        // q35, and not the smaller microvm, which has no clock that the kernel's own can be compared with: without hardware support it then hangs at times.
        var start = new ProcessStartInfo(HostTool.Find("qemu-system-x86_64", "qemu-system-x86"),
        [
            "-machine", "q35", "-accel", "tcg", "-cpu", "max", "-m", "512", "-smp", "1",
            "-nodefaults", "-no-user-config", "-display", "none", "-nic", "none", "-no-reboot", "-sandbox", "on",
            "-serial", "file:" + _console, "-chardev", "stdio,id=agent,signal=off", "-serial", "chardev:agent",
            "-kernel", kernel.Path, "-initrd", root,
            "-append", "console=ttyS0 lsm=selinux enforcing=0 quiet loglevel=1 panic=-1 nokaslr mitigations=off cryptomgr.notests=1",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        _machine = Process.Start(start)!;
        _complaints = _machine.StandardError.ReadToEndAsync();
    }

    /// <summary>Boots a kernel with some content, and returns when it enforces.</summary>
    /// <exception cref="GuestException">A tool is missing, or the guest does not come up: the message has its console.</exception>
    public static KernelGuest Boot(KernelImage kernel, GuestContent content)
    {
        var guest = new KernelGuest(kernel, content);
        try
        {
            while (guest.ReadLine() is not ["0", "ready"])
            {
                // what the line carried before it was set up
            }

            return guest;
        }
        catch
        {
            guest.Dispose();
            throw;
        }
    }

    /// <summary>Has a new process enter a context and do some steps.</summary>
    /// <param name="context">The whole context, or the agent's own where it is null.</param>
    /// <param name="steps">What it does, until something fails.</param>
    /// <exception cref="GuestException">The context is not valid, or the guest does not answer.</exception>
    public Outcome Run(string? context, params Step[] steps) => Ask("as", context, steps).Outcome;

    /// <summary>Has a new process enter a context and do some steps, of which the last never ends.</summary>
    /// <returns>The process, which lives until it is disposed of.</returns>
    /// <exception cref="GuestException">The context is not valid, a step failed, or the guest does not answer.</exception>
    public GuestProcess Start(string context, params Step[] steps)
    {
        var (outcome, id) = Ask("start", context, steps);
        return id is { } process ? new(this, process, outcome) : throw new GuestException($"What was started in {context} ended: {outcome}");
    }

    internal void Stop(int process) => Ask("stop", process.ToString(CultureInfo.InvariantCulture), []);

    private (Outcome Outcome, int? Process) Ask(string verb, string? context, Step[] steps)
    {
        var id = (++_questions).ToString(CultureInfo.InvariantCulture);
        string[] question = [id, verb, context ?? "-", .. Step.Join(steps)];
        if (Array.Exists(question, word => word.AsSpan().ContainsAny('\t', '\n')))
        {
            throw new ArgumentException("A word of a step has a tab or a line break in it.", nameof(steps));
        }

        _machine.StandardInput.Write(string.Join('\t', question) + "\n");
        _machine.StandardInput.Flush();
        var records = new List<AuditRecord>();
        var messages = new List<string>();
        for (; ; )
        {
            var answer = ReadLine();
            if (answer.Length < 2 || answer[0] != id)
            {
                throw Failure($"The guest answered '{string.Join(' ', answer)}' to question {id}");
            }

            switch (answer[1])
            {
                case "record" when AuditRecord.Parse(answer[2]) is { } record:
                    records.Add(record);
                    break;
                case "record":
                    messages.Add(answer[2]);
                    break;
                case "broken":
                    throw new GuestException($"The guest could not ask that: {answer[2]}\n{string.Join('\n', messages)}");
                default:
                    var status = int.Parse(answer[2], CultureInfo.InvariantCulture);
                    var number = int.Parse(answer[3], CultureInfo.InvariantCulture);
                    var outcome = new Outcome
                    {
                        Error = answer[1] == "signal" ? 0 : status,
                        Signal = answer[1] == "signal" ? status : 0,
                        FailedStep = answer[1] == "serves" ? -1 : number,
                        Executed = answer[4] == "1",
                        Context = answer[5],
                        Text = answer[6],
                        // What the agent itself does to a process is no act of the process.
                        Records = [.. records.Where(r => !r.Source.Contains(":typedpolicy_guest_t:", StringComparison.Ordinal))],
                        Messages = [.. messages],
                    };
                    return (outcome, answer[1] == "serves" ? number : null);
            }
        }
    }

    private string[] ReadLine()
    {
        var reading = _machine.StandardOutput.ReadLineAsync();
        if (!reading.Wait(Hang))
        {
            throw Failure($"The guest has not answered for {Hang.TotalMinutes} minutes");
        }

        return reading.Result?.TrimEnd('\r').Split('\t') ?? throw Failure("The guest has ended");
    }

    private GuestException Failure(string what)
    {
        if (!_machine.HasExited)
        {
            _machine.Kill();
        }

        _machine.WaitForExit();
        var console = File.Exists(_console) ? File.ReadAllText(_console) : "";
        return new($"{what}. Its console:\n{console[Math.Max(0, console.Length - 8000)..]}\n{_complaints.Result}");
    }

    /// <summary>Stops the machine.</summary>
    public void Dispose()
    {
        if (!_machine.HasExited)
        {
            _machine.Kill();
        }

        _machine.WaitForExit();
        _machine.Dispose();
        _folder.Delete(recursive: true);
    }
}
