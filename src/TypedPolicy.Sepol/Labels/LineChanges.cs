namespace TypedPolicy.Sepol.Labels;

/// <summary>
/// What is different between two lists of lines in which later ones go before earlier ones: lines that only one of them has, and lines that come before another in one list and after it in
/// the other. All others are in both in the same order, so that none of them decides where another one did.
/// </summary>
internal static class LineChanges
{
    /// <summary>The lines of each list that are different.</summary>
    public static (IReadOnlyList<FileContext> Before, IReadOnlyList<FileContext> After) Between(IReadOnlyList<FileContext> before, IReadOnlyList<FileContext> after)
    {
        // A line that is repeated counts where it is last.
        var places = new Dictionary<FileContext, int>();
        for (var i = 0; i < after.Count; i++)
        {
            places[after[i]] = i;
        }

        var common = before.Reverse().Distinct().Reverse().Where(places.ContainsKey).ToList();
        var kept = LongestRise(common.ConvertAll(l => places[l])).Select(i => common[i]).ToHashSet();
        return ([.. before.Where(l => !kept.Contains(l))], [.. after.Where(l => !kept.Contains(l))]);
    }

    /// <summary>The places of a longest subsequence that rises.</summary>
    private static List<int> LongestRise(IReadOnlyList<int> numbers)
    {
        // Of each length, the place of the least number that a subsequence of that length ends with.
        var ends = new List<int>();
        var previous = new int[numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = numbers[ends[middle]] < numbers[i] ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var rise = new List<int>();
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = previous[at])
        {
            rise.Add(at);
        }

        rise.Reverse();
        return rise;
    }
}
