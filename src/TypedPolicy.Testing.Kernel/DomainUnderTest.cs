using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <summary>
/// A domain of a kernel: each question is a new process in it. A path that begins with a slash is asked about as it is, so the directories above it count; what is not there is made, with the
/// label that the real setfiles gives it. A relative path is that of an object by its type alone (<see cref="KernelUnderTest.FileOf{TType}"/>).
/// </summary>
public sealed partial class DomainUnderTest
{
    private readonly KernelUnderTest _kernel;
    private readonly Step[] _before;

    internal DomainUnderTest(KernelUnderTest kernel, string context, params Step[] before) => (_kernel, Context, _before) = (kernel, context, before);

    /// <summary>The context that its processes start in.</summary>
    public string Context { get; }

    /// <summary>The process has given up what a set-user-id program or a transition could add, as systemd does for a service with NoNewPrivileges=yes.</summary>
    public DomainUnderTest NoNewPrivileges() => With(Step.NoNewPrivileges());

    /// <summary>The process is in a directory, as systemd puts a service into that of WorkingDirectory=.</summary>
    public DomainUnderTest WorkingIn(string path)
    {
        Ensure(PlacedKind.Folder, path);
        return With(Step.ChangeDirectory(path));
    }

    /// <summary>A program that is started next has a variable in its environment, as by Environment= of its unit.</summary>
    public DomainUnderTest WithEnvironment(string name, string value) => With(Step.SetEnvironment(name, value));

    /// <summary>What follows is done by a program that the process executes, in the domain that it then is in.</summary>
    public DomainUnderTest Through(string program)
    {
        Ensure(PlacedKind.Program, program);
        return With(Step.Execute(program));
    }

    /// <summary>The process asks for another domain at its next exec (setexeccon).</summary>
    public DomainUnderTest Entering<TDomain>() => With(Step.SetExecution(_kernel.ContextOf(PolicyNameOf.Of(typeof(TDomain)), null, null, "s0")));

    /// <summary>The process changes its own domain (setcon).</summary>
    public DomainUnderTest Becoming<TDomain>() => With(Step.SetCurrent(_kernel.ContextOf(PolicyNameOf.Of(typeof(TDomain)), null, null, "s0")));

    /// <summary>The process asks for another type for the files that it makes (setfscreatecon).</summary>
    public DomainUnderTest Creating<TType>() => With(Step.SetFileCreation($"system_u:object_r:{PolicyNameOf.Of(typeof(TType))}:s0"));

    /// <summary>Does any steps, one after the other, until one fails.</summary>
    public KernelAnswer Do(params Step[] steps) => Ask(string.Join(", ", steps.Select(s => s.ToString())), [], null, steps);

    /// <summary>Starts what goes on until it is disposed of.</summary>
    /// <exception cref="PolicyAssertionException">It ended at once: the message explains why.</exception>
    public ProcessUnderTest Start(params Step[] steps)
    {
        var (outcome, process) = _kernel.Guest.TryStart(Context, [.. _before, .. steps]);
        return process is not null
            ? new(_kernel, process)
            : throw new PolicyAssertionException(Answer(string.Join(", ", steps.Select(s => s.ToString())), [], null, outcome).Why);
    }

    private DomainUnderTest With(Step step) => new(_kernel, Context, [.. _before, step]);

    private KernelAnswer Ask(string question, int[] harmless, string? path, params Step[] steps) =>
        Answer(question, harmless, path, _kernel.Guest.Run(Context, [.. _before, .. steps]));

    private KernelAnswer Answer(string question, int[] harmless, string? path, Outcome outcome) =>
        new(_kernel, $"{Context.Split(':')[2]}: {string.Join(", ", [.. _before.Select(s => s.ToString()), question])}", outcome, harmless, path, Context);

    private void Ensure(PlacedKind kind, string path)
    {
        if (path.StartsWith('/'))
        {
            // What cannot be made, below /proc, say, is there or is not: the question itself tells.
            _ = _kernel.Guest.Place(kind, path);
        }
    }
}
