using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <summary>A process that goes on until it is disposed of.</summary>
public sealed class ProcessUnderTest : IDisposable
{
    private readonly KernelUnderTest _kernel;
    private readonly GuestProcess _process;

    internal ProcessUnderTest(KernelUnderTest kernel, GuestProcess process) => (_kernel, _process) = (kernel, process);

    /// <summary>Its number in the guest.</summary>
    public int Id => _process.Id;

    /// <summary>Its context, as the kernel has it now. When it was started, it is that of its program, whether or not the program has reached its first instruction.</summary>
    /// <exception cref="GuestException">The process has ended.</exception>
    public string Context => _kernel.Guest.Run(null, Step.Read($"/proc/{Id}/attr/current")) is { Error: 0 } now ? now.Text : throw new GuestException($"The process {Id}, which was in {_process.Outcome.Context}, has ended.");

    /// <summary>It is in the domain of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It is in another.</exception>
    /// <exception cref="GuestException">The process has ended.</exception>
    public ProcessUnderTest Is<TDomain>()
    {
        var (context, expected) = (Context, PolicyNameOf.Of(typeof(TDomain)));
        return context.Split(':')[2] == expected ? this : throw new PolicyAssertionException($"The process is in {context}, and not in {expected} ({typeof(TDomain).Name}).{_kernel.Explanation.OfEntering(expected)}");
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => _process.Dispose();
}
