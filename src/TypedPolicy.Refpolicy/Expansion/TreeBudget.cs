using System.Collections.Concurrent;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>
/// What the interfaces of a tree may amount to together. Each has a limit of its own, and a header of a megabyte can hold forty thousand that each reach it. An interface counts
/// when it is expanded for the first time: how often it is expanded is ours to decide.
/// </summary>
internal sealed class TreeBudget
{
    /// <summary>The characters that m4 reads, copies and compares for all interfaces, each expanded once: thirty times what Debian's take.</summary>
    public const long MaxWork = 1L << 30;

    /// <summary>The characters that all interfaces expand to: ten times what Debian's do.</summary>
    public const long MaxOutput = 64L << 20;

    private readonly ConcurrentDictionary<string, bool> _counted = new(StringComparer.Ordinal);
    private long _work;
    private long _output;

    /// <summary>Takes an interface, once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="work">The characters that m4 read, copied and compared for it.</param>
    /// <param name="output">The characters that it expands to.</param>
    /// <exception cref="IOException">There is not so much left.</exception>
    public void Spend(string name, long work, long output)
    {
        if (_counted.TryAdd(name, true) && (Interlocked.Add(ref _work, work) > MaxWork || Interlocked.Add(ref _output, output) > MaxOutput))
        {
            throw new IOException($"The interfaces of these headers are too large together: m4 may read {MaxWork >> 20} Mi characters for them, and write {MaxOutput >> 20} Mi. Those of Debian take a tenth of that.");
        }
    }
}
