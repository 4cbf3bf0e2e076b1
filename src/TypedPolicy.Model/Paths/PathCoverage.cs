namespace TypedPolicy.Model.Paths;

/// <summary>Whether one pattern matches every path that another one does, decided on their automata; within bounds, beyond which the answer is no.</summary>
internal static class PathCoverage
{
    /// <summary>How many states of the two automata are visited to decide it for one pair. Nearly all pairs need some hundred.</summary>
    public const int MaxStates = 4_000_000;

    /// <summary>How many states are visited for all pairs of a policy.</summary>
    public const int MaxStatesOfPolicy = 4_000_000;

    /// <summary>Whether every path that <paramref name="inner"/> matches and that can be looked up is matched by <paramref name="outer"/>; no where that takes more states than are left.</summary>
    public static bool Covers(PathAutomaton outer, PathAutomaton inner, ref long left)
    {
        // Most patterns have nothing to do with each other, which one path shows at a hundredth of the cost.
        if (inner.SomePath() is { } path && !outer.Matches(path))
        {
            return false;
        }

        var letters = Letters(outer.Sets.Concat(inner.Sets));
        var known = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var seen = new HashSet<(int Inner, int[] Outer, PathShape Shape)>();
        var open = new Stack<(int Inner, int[] Outer, PathShape Shape)>();
        foreach (var start in inner.Start())
        {
            Push(start, Unique(outer.Start()), PathShape.Nothing);
        }

        while (open.Count > 0)
        {
            var (state, states, shape) = open.Pop();
            if (state == PathAutomaton.Accepting)
            {
                if (shape.IsWhole() && Array.IndexOf(states, PathAutomaton.Accepting) < 0)
                {
                    return false;
                }

                continue;
            }

            foreach (var letter in letters)
            {
                var next = shape.After((char)letter);
                left--;
                if (next == PathShape.Impossible || !inner.Reads(state, letter))
                {
                    continue;
                }

                // A step looks at every state that the outer automaton is in, and clears room for all.
                var reached = Unique(outer.After(states, letter));
                left -= states.Length + reached.Length + (outer.Size >> 6);
                if (left < 0)
                {
                    return false;
                }

                foreach (var to in inner.After([state], letter))
                {
                    Push(to, reached, next);
                }
            }
        }

        return true;

        void Push(int state, int[] states, PathShape shape)
        {
            if (seen.Add((state, states, shape)))
            {
                open.Push((state, states, shape));
            }
        }

        // Sets of states are compared as often as they are met: each is kept once.
        int[] Unique(IEnumerable<int> states)
        {
            var sorted = states.OrderBy(s => s).ToArray();
            var key = string.Join(",", sorted);
            if (!known.TryGetValue(key, out var one))
            {
                known.Add(key, one = sorted);
            }

            return one;
        }
    }

    /// <summary>One byte for each group of bytes that no set of either pattern, and no part of a path, tells apart.</summary>
    private static List<byte> Letters(IEnumerable<ByteSet> sets)
    {
        var all = sets.Distinct().Append(ByteSet.Of('/')).Append(ByteSet.Of('.')).ToArray();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var letters = new List<byte>();
        for (var value = 1; value < 256; value++)
        {
            if (groups.Add(new string([.. all.Select(set => set.Contains(value) ? '1' : '0')])))
            {
                letters.Add((byte)value);
            }
        }

        return letters;
    }
}
