using System.Globalization;
using System.Text;

namespace TypedPolicy.Guest;

/// <summary>
/// A virtual machine in which a Linux kernel enforces a policy, and processes in it that do what they are asked to. It needs no right of an administrator, no network and no
/// disk. Any number of threads may ask; it answers one after the other.
/// </summary>
public sealed class KernelGuest : IDisposable
{
    // The agent has the same numbers.
    private const int MaxWords = 128;
    private const int MaxLineBytes = 8_190;

    private readonly Lock _gate = new();
    private readonly GuestMachine _machine;
    private readonly HashSet<int> _running = [];
    private int _questions;

    private KernelGuest(GuestMachine machine, bool usesKvm) => (_machine, UsesKvm) = (machine, usesKvm);

    /// <summary>Raised with each record of the kernel, also those of processes that go on.</summary>
    public event Action<AuditRecord>? Recorded;

    /// <summary>Whether the processor helps (KVM); the same guest without is some ten times slower.</summary>
    public bool UsesKvm { get; }

    /// <summary>Whether the machine has ended.</summary>
    internal bool HasEnded => _machine.HasEnded;

    /// <summary>Boots a kernel with some content, and returns when it enforces.</summary>
    /// <exception cref="GuestException">A tool is missing, or the guest does not come up: the message has its console.</exception>
    public static KernelGuest Boot(KernelImage kernel, GuestContent content)
    {
        var (start, files) = (InitialRoot.Start(content), InitialRoot.Files(content));
        if (Accelerator.MayUseKvm)
        {
            var machine = new GuestMachine(kernel, start, files, content.Megabytes, content.Patience, kvm: true);
            if (machine.Speaks(Accelerator.FirstWord))
            {
                return Wait(machine, usesKvm: true);
            }

            // There are machines, virtual ones above all, that offer KVM and cannot do it.
            machine.Dispose();
            Accelerator.GiveUp();
        }

        return Wait(new(kernel, start, files, content.Megabytes, content.Patience, kvm: false), usesKvm: false);
    }

    /// <summary>Has a new process enter a context and do some steps.</summary>
    /// <param name="context">The whole context, or the agent's own where it is null.</param>
    /// <param name="steps">What it does, until something fails.</param>
    /// <exception cref="GuestException">The context is not valid, or the guest does not answer.</exception>
    public Outcome Run(string? context, params Step[] steps) => Ask(["as", context ?? "-", .. Step.Join(steps)]).Outcome;

    /// <summary>Has a new process enter a context and do some steps, of which the last never ends.</summary>
    /// <returns>The process, which lives until it is disposed of.</returns>
    /// <exception cref="GuestException">The context is not valid, a step failed, or the guest does not answer.</exception>
    public GuestProcess Start(string context, params Step[] steps) =>
        TryStart(context, steps) is var (outcome, process) && process is not null ? process : throw new GuestException($"What was started in {context} ended: {outcome}");

    /// <summary>The same; null if a step failed, and the outcome tells which.</summary>
    public (Outcome Outcome, GuestProcess? Process) TryStart(string context, params Step[] steps)
    {
        var (outcome, id) = Ask(["start", context, .. Step.Join(steps)]);
        if (id is not { } process)
        {
            return (outcome, null);
        }

        lock (_gate)
        {
            _running.Add(process);
        }

        return (outcome, new(this, process, outcome));
    }

    /// <summary>Makes a program, a file or a folder where there is none, with what is above it; setfiles gives each its label.</summary>
    /// <returns>0, or the number of an error.</returns>
    public int Place(PlacedKind kind, string path) =>
        Ask(["place", kind switch { PlacedKind.Program => "program", PlacedKind.Folder => "directory", _ => "file" }, path]).Outcome.Error;

    /// <summary>Makes a file of some bytes; setfiles gives it its label.</summary>
    /// <exception cref="GuestException">It cannot be made.</exception>
    public void Place(string path, ReadOnlySpan<byte> content, bool isProgram)
    {
        lock (_gate)
        {
            _machine.Show(content);
            Must(Ask(["file", isProgram ? "0755" : "0644", content.Length.ToString(CultureInfo.InvariantCulture), path]).Outcome.Error, path);
        }
    }

    /// <summary>Has setfiles label a path again, and all below it.</summary>
    /// <exception cref="GuestException">It did not.</exception>
    public void Label(string path) => Must(Ask(["label", path]).Outcome.Error, path);

    /// <summary>Asks the security server many questions at once.</summary>
    /// <returns>An answer for each, in their order.</returns>
    public IReadOnlyList<ServerAnswer> AskServer(IReadOnlyCollection<ServerQuestion> questions)
    {
        lock (_gate)
        {
            var answers = new List<ServerAnswer>(questions.Count);

            // An answer may be longer than its question, and each has half of the window.
            foreach (var part in questions.Chunk(ServerQuestion.MaxAtOnce))
            {
                var asked = Encoding.UTF8.GetBytes(string.Concat(part.Select(q => q.Line + "\n")));
                _machine.Show(asked);
                var size = Say(["batch", asked.Length.ToString(CultureInfo.InvariantCulture)]).Number;
                answers.AddRange(Encoding.UTF8.GetString(_machine.Look(size)).Split('\n', StringSplitOptions.None).Take(part.Length).Select(ServerAnswer.Read));
            }

            return answers.Count == questions.Count ? answers : throw _machine.Failure($"The guest answered {answers.Count} of {questions.Count} questions");
        }
    }

    /// <summary>Hands the kernel another policy. <see cref="GuestContent.AgentPolicy"/> was linked with it.</summary>
    /// <exception cref="GuestException">The kernel does not accept it.</exception>
    public void Load(ReadOnlySpan<byte> policy)
    {
        lock (_gate)
        {
            _machine.Show(policy);
            Must(Ask(["load", policy.Length.ToString(CultureInfo.InvariantCulture)]).Outcome.Error, "The policy");
        }
    }

    /// <summary>Sends bytes to a TCP port of the guest, as its agent, and returns what comes back until the other side ends or is silent for too long.</summary>
    /// <param name="port">The port.</param>
    /// <param name="bytes">What is sent.</param>
    /// <param name="patience">How long the other side may be silent, in whole seconds; 5 if not given.</param>
    /// <returns>The answer; or the number of the error.</returns>
    public (byte[] Answer, int Error) Talk(int port, ReadOnlySpan<byte> bytes, TimeSpan? patience = null)
    {
        lock (_gate)
        {
            _machine.Show(bytes);
            var (outcome, _, size) = Say(["talk", port.ToString(CultureInfo.InvariantCulture), bytes.Length.ToString(CultureInfo.InvariantCulture), Math.Ceiling(patience?.TotalSeconds ?? 5).ToString(CultureInfo.InvariantCulture)]);
            return (outcome.Error == 0 ? _machine.Look(size) : [], outcome.Error);
        }
    }

    internal void Stop(int process)
    {
        Ask(["stop", process.ToString(CultureInfo.InvariantCulture)]);
        lock (_gate)
        {
            _running.Remove(process);
        }
    }

    private static KernelGuest Wait(GuestMachine machine, bool usesKvm)
    {
        var guest = new KernelGuest(machine, usesKvm);
        try
        {
            while (machine.Read() is not ["0", "ready"])
            {
                // what the line carried before it was set up
            }

            machine.DeleteFiles();
            return guest;
        }
        catch
        {
            guest.Dispose();
            throw;
        }
    }

    private static void Must(int error, string what)
    {
        if (error != 0)
        {
            throw new GuestException($"{what}: {ErrorNames.Of(error)}");
        }
    }

    private (Outcome Outcome, int? Process) Ask(string[] words) => Say(words) is var (outcome, serves, number) && serves ? (outcome, number) : (outcome, null);

    private (Outcome Outcome, bool Serves, int Number) Say(string[] words)
    {
        if (Array.Exists(words, word => word.AsSpan().ContainsAny('\t', '\n', '\0')))
        {
            throw new ArgumentException("A word of a step has a tab, a line break or a zero in it.", nameof(words));
        }

        lock (_gate)
        {
            var id = (++_questions).ToString(CultureInfo.InvariantCulture);
            var line = string.Join('\t', [id, .. words]);
            if (words.Length + 1 > MaxWords || Encoding.UTF8.GetByteCount(line) > MaxLineBytes)
            {
                throw new GuestException($"This is more than a guest can be asked at once: {MaxWords} words, {MaxLineBytes:N0} bytes.");
            }

            _machine.Write(line);
            return Answer(id);
        }
    }

    private (Outcome Outcome, bool Serves, int Number) Answer(string id)
    {
        var records = new List<AuditRecord>();
        var messages = new List<string>();
        for (; ; )
        {
            var answer = _machine.Read();
            if (answer.Length < 3 || answer[0] != id)
            {
                throw _machine.Failure($"The guest answered '{string.Join(' ', answer)}' to question {id}");
            }

            switch (answer[1])
            {
                case "record" when AuditRecord.Parse(answer[2]) is { } record:
                    // What the agent itself does to a process is not an act of the process.
                    if (!record.Source.Contains(":typedpolicy_guest_t:", StringComparison.Ordinal))
                    {
                        records.Add(record);
                        Recorded?.Invoke(record);
                    }

                    break;
                case "record":
                    messages.Add(answer[2]);
                    break;
                case "broken":
                    throw new GuestException($"The guest could not ask that: {answer[2]}\n{string.Join('\n', messages)}");
                default:
                    var status = int.Parse(answer[2], CultureInfo.InvariantCulture);
                    var number = int.Parse(answer[3], CultureInfo.InvariantCulture);
                    return (new Outcome
                    {
                        Error = answer[1] == "signal" ? 0 : status,
                        Signal = answer[1] == "signal" ? status : 0,
                        FailedStep = answer[1] == "serves" ? -1 : number,
                        Executed = answer[4] == "1",
                        Context = answer[5],
                        Text = answer[6],
                        Records = [.. records.Where(r => !_running.Contains(r.Process))],
                        Messages = [.. messages],
                    }, answer[1] == "serves", number);
            }
        }
    }

    /// <summary>Stops the machine.</summary>
    public void Dispose() => _machine.Dispose();
}
