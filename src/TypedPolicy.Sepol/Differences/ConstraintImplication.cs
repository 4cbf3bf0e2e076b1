namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// Whether demands follow from others: decided by trying every case of two contexts that the comparisons tell apart (<see cref="ConstraintCases"/>).
/// What has too many cases follows from nothing but its own words.
/// </summary>
internal sealed class ConstraintImplication
{
    // Debian's largest has some fifty thousand cases.
    private const long MaxCases = 1_000_000;
    private const long MaxSteps = 100_000_000;

    private readonly Dictionary<(string Demand, string From), bool> _answers = [];
    private long _left = MaxSteps;

    /// <summary>Whether what meets all of some demands meets another one.</summary>
    public bool Follows(ConstraintForm demand, IReadOnlyDictionary<string, ConstraintForm> from)
    {
        var key = (demand.Identity, string.Join('\n', from.Keys.Order(StringComparer.Ordinal)));
        return _answers.TryGetValue(key, out var known) ? known : _answers[key] = Decide(demand, [.. from.Values.Where(f => !f.IsOpaque)]);
    }

    private bool Decide(ConstraintForm demand, List<ConstraintForm> from)
    {
        if (demand.IsOpaque)
        {
            return false;
        }

        var cases = new ConstraintCases([.. from.Append(demand).SelectMany(f => f.Comparisons)]);
        var steps = cases.Count * (1 + from.Sum(f => f.Comparisons.Count()));
        if (cases.Count > MaxCases || steps > _left)
        {
            return false;
        }

        _left -= steps;
        return !cases.Any(isMet => !demand.IsMet(isMet) && from.TrueForAll(f => f.IsMet(isMet)));
    }
}
