namespace TypedPolicy.Model.Paths;

/// <summary>How much work a pattern makes: a bound against hostile ones, and against those that PCRE2 refuses as too large.</summary>
internal static class PathSize
{
    private const long MaxStates = 10_000;

    /// <summary>PCRE2 as distributions build it (link size 2) compiles to 64 KiB at most; some is left as a margin.</summary>
    private const long MaxCompiledBytes = 60_000;

    public static bool IsTooLarge(PathNode node) => States(node) > MaxStates || CompiledBytes(node) > MaxCompiledBytes;

    private static long States(PathNode node) => Bounded(node switch
    {
        PathGroup group => group.Alternatives.Sum(alternative => States(alternative) + 1),
        PathRepeat repeat => (States(repeat.Operand) + 1) * (repeat.Maximum ?? repeat.Minimum + 1),
        PathSequence sequence => sequence.Nodes.Sum(States),
        PathTemplate => 10,
        _ => 1,
    });

    private static long CompiledBytes(PathNode node) => Bounded(node switch
    {
        PathClass => 34,
        PathTemplate => 20,
        PathGroup group => 8 + group.Alternatives.Sum(alternative => CompiledBytes(alternative) + 3),
        PathRepeat { Operand: PathGroup } repeat => (CompiledBytes(repeat.Operand) + 8) * (repeat.Maximum ?? repeat.Minimum + 1),
        PathRepeat repeat => CompiledBytes(repeat.Operand) + 8,
        PathSequence sequence => sequence.Nodes.Sum(CompiledBytes),
        _ => 2,
    });

    private static long Bounded(long size) => Math.Min(size, 1_000_000);
}
