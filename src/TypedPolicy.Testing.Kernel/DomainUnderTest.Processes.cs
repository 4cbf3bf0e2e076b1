using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>Other processes, capabilities, keys, and what the policy guards of SELinux itself.</content>
public sealed partial class DomainUnderTest
{
    /// <summary>Waits until the process is disposed of: one to signal, to trace, or to look at.</summary>
    public ProcessUnderTest Wait() => Start(Step.Wait());

    /// <summary>Starts a program of your own that lies in the guest, as systemd would start it from this domain.</summary>
    /// <exception cref="PolicyAssertionException">It is not started: the message explains why.</exception>
    public ProcessUnderTest StartProgram(string path, params string[] arguments) => Start(Step.RunProgram(path, arguments));

    /// <summary>Sends a signal; 0 asks only whether it may.</summary>
    public KernelAnswer Signal(ProcessUnderTest process, int signal) => Do(Step.Kill(process.Id, signal));

    /// <summary>Traces a process.</summary>
    public KernelAnswer Trace(ProcessUnderTest process) => Do(Step.Trace(process.Id));

    /// <summary>Reads a file of a process below /proc, such as <c>status</c>.</summary>
    public KernelAnswer ReadProcess(ProcessUnderTest process, string file = "status") => Do(Step.Read($"/proc/{process.Id}/{file}"));

    /// <summary>Starts a process.</summary>
    public KernelAnswer Fork() => Do(Step.Fork());

    /// <summary>Changes its own domain (setcon).</summary>
    /// <returns>The answer, whose domain is the one that it then is in.</returns>
    public KernelAnswer Become<TDomain>() => Do(Step.SetCurrent(_kernel.ContextOf(PolicyNameOf.Of(typeof(TDomain)), null, null, "s0")));

    /// <summary>Has the kernel load a policy. What is handed over is not a policy, and that it is refused as such is not a denial.</summary>
    public KernelAnswer LoadPolicy() => Ask("load a policy", [InvalidArgument], null, Step.Write("/sys/fs/selinux/load", "x"));

    /// <summary>Sets a boolean, without effect.</summary>
    public KernelAnswer SetBoolean<TBoolean>()
    {
        var name = PolicyNameOf.Of(typeof(TBoolean));
        return Ask($"set the boolean {name}", [], null, Step.Write($"/sys/fs/selinux/booleans/{name}", _kernel.Policy.Booleans[name] ? "1" : "0"));
    }

    /// <summary>Adds a key to the ring of its process.</summary>
    public KernelAnswer AddKey() => Do(Step.AddKey("typedpolicy"));

    /// <summary>Reads the ring of its process.</summary>
    public KernelAnswer ReadKeyRing() => Do(Step.ReadKeyRing());

    /// <summary>Reads the kernel's log.</summary>
    public KernelAnswer ReadKernelLog() => Do(Step.KernelLog(3));

    /// <summary>Maps memory that may be written and executed.</summary>
    public KernelAnswer MapExecutableMemory() => Do(Step.MapExecutableMemory());
}
