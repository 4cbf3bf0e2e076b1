using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <summary>A process that goes on until it is disposed of.</summary>
public sealed class ProcessUnderTest : IDisposable
{
    private readonly GuestProcess _process;

    internal ProcessUnderTest(GuestProcess process) => _process = process;

    /// <summary>Its number in the guest.</summary>
    public int Id => _process.Id;

    /// <summary>Its context.</summary>
    public string Context => _process.Outcome.Context;

    /// <summary>It is in the domain of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It is in another.</exception>
    public ProcessUnderTest Is<TDomain>() => _process.Outcome.Domain == PolicyNameOf.Of(typeof(TDomain)) ? this
        : throw new PolicyAssertionException($"The process is in {_process.Outcome.Domain}, and not in {PolicyNameOf.Of(typeof(TDomain))} ({typeof(TDomain).Name}).");

    /// <summary>Ends it.</summary>
    public void Dispose() => _process.Dispose();
}
