namespace TypedPolicy.Model.Naming;

/// <summary>Finds the name that was probably meant.</summary>
public static class Similar
{
    /// <summary>The nearest of some names, where one is near enough: at most a third of its letters, and one at least, are lost, added, replaced or swapped with the next.</summary>
    /// <param name="name">The name that nothing has.</param>
    /// <param name="candidates">The names that there are.</param>
    /// <param name="most">How many letters may differ at most: few where there are thousands of candidates, of which one is always near.</param>
    public static string? To(string name, IEnumerable<string> candidates, int most = int.MaxValue)
    {
        var (best, bestDistance) = ((string?)null, Math.Min(most, Math.Max(1, name.Length / 3)) + 1);
        var rows = new[] { new int[name.Length + 1], new int[name.Length + 1], new int[name.Length + 1] };
        foreach (var candidate in candidates)
        {
            // Of those that are as near, the first by name: they come in any order, and sorting thousands of names would take longer than looking at them.
            var distance = Distance(candidate, name, bestDistance + 1, rows);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>
    /// Whether a name is another one with a slip of the finger in it: two letters swapped, one replaced, or one lost or doubled within a word. A name with a letter more at
    /// the edge of a word is another name (<c>httpd</c> beside <c>http</c>), unless it doubles the last one, and among words of three letters any is near any.
    /// </summary>
    /// <param name="name">The name that nothing has.</param>
    /// <param name="known">One that there is.</param>
    public static bool IsSlip(string name, string known)
    {
        if (Math.Abs(name.Length - known.Length) > 1 || name == known || (known.EndsWith("_t", StringComparison.Ordinal) ? known.Length - 2 : known.Length) < 4)
        {
            return false;
        }

        var at = 0;
        while (at < name.Length && at < known.Length && name[at] == known[at])
        {
            at++;
        }

        if (name.Length == known.Length)
        {
            return Ends(name, at + 1, known, at + 1) || (at + 1 < name.Length && name[at] == known[at + 1] && name[at + 1] == known[at] && Ends(name, at + 2, known, at + 2));
        }

        var (shorter, longer) = name.Length < known.Length ? (name, known) : (known, name);
        return at > 0 && at < longer.Length - 1 && longer[at - 1] != '_' && (longer[at + 1] != '_' || longer[at] == longer[at - 1]) && Ends(shorter, at, longer, at + 1);
    }

    private static bool Ends(string left, int from, string right, int to) => string.CompareOrdinal(left, from, right, to, int.MaxValue) == 0;

    /// <summary>The distance of two names; where it is no less than a limit, any number that is not. Cells further from the diagonal than the limit are no less either, so they are left out.</summary>
    private static int Distance(string left, string right, int limit, int[][] rows)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var (before, previous, current) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        var leastBefore = 0;
        for (var i = 1; i <= left.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - limit), Math.Min(right.Length, i + limit));
            current[from - 1] = from == 1 ? i : limit;
            var least = current[from - 1];
            for (var j = from; j <= to; j++)
            {
                var replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            if (to < right.Length)
            {
                current[to + 1] = limit;
            }

            // What follows is made of the last two rows.
            if (Math.Min(least, leastBefore) >= limit)
            {
                return limit;
            }

            leastBefore = least;
            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
