namespace TypedPolicy.Guest;

/// <summary>A process in a guest that goes on until it is disposed of.</summary>
public sealed class GuestProcess : IDisposable
{
    private readonly KernelGuest _guest;

    internal GuestProcess(KernelGuest guest, int id, Outcome outcome)
    {
        _guest = guest;
        Id = id;
        Outcome = outcome;
    }

    /// <summary>Its number in the guest.</summary>
    public int Id { get; }

    /// <summary>What became of it so far.</summary>
    public Outcome Outcome { get; }

    /// <summary>Ends it.</summary>
    public void Dispose() => _guest.Stop(Id);
}
