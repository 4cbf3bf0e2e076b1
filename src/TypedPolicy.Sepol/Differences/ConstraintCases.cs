using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// The cases of two contexts (three where a context changes) that some comparisons tell apart: names that all sets of the comparisons treat alike are one case, and levels are in some
/// order that levels can be in. Categories are taken to be enough for any order; that of roles is taken to be any.
/// </summary>
internal sealed class ConstraintCases
{
    // u, r, t in the bits of the format, and the context that they are of.
    private static readonly uint[] Kinds = [1, 2, 4];

    private const string Unnamed = "";

    private static readonly Lazy<List<int>> Orders = new(LevelOrders);

    private readonly List<int> _sizes = [];
    private readonly List<Func<int[], bool>> _isPossible = [];
    private readonly Dictionary<string, Func<int[], bool>> _isMet = new(StringComparer.Ordinal);

    /// <summary>The cases that some comparisons tell apart.</summary>
    public ConstraintCases(List<ConstraintForm> comparisons)
    {
        foreach (var kind in Kinds)
        {
            AddNames(comparisons.FindAll(c => c.Step!.Kind == ConstraintStepKind.Names && (c.Step.Attribute & 7) == kind), comparisons.FindAll(c => c.Step!.Kind == ConstraintStepKind.Compare && c.Step.Attribute == kind));
        }

        AddLevels(comparisons.FindAll(c => c.IsMls));
    }

    /// <summary>How many there are, possible or not.</summary>
    public long Count => _sizes.Aggregate(1L, (product, size) => product > int.MaxValue ? product : product * size);

    /// <summary>Whether something holds in a case, by which comparisons are met in it.</summary>
    public bool Any(Func<Func<ConstraintForm, bool>, bool> holds)
    {
        var @case = new int[_sizes.Count];
        do
        {
            if (_isPossible.TrueForAll(p => p(@case)) && holds(form => _isMet[form.Identity](@case)))
            {
                return true;
            }
        }
        while (Next(@case));
        return false;
    }

    private bool Next(int[] @case)
    {
        for (var i = 0; i < @case.Length; i++)
        {
            if (++@case[i] < _sizes[i])
            {
                return true;
            }

            @case[i] = 0;
        }

        return false;
    }

    private int Add(int size)
    {
        _sizes.Add(size);
        return _sizes.Count - 1;
    }

    private void AddNames(List<ConstraintForm> sets, List<ConstraintForm> pairs)
    {
        if (sets.Count + pairs.Count == 0)
        {
            return;
        }

        // Names that are in the same sets make one group, and those that are in none: a policy may get more names, so there are always two of these.
        var distinct = sets.Select(s => s.Sets[0].Names).DistinctBy(n => string.Join(' ', n)).Select(n => n.ToHashSet(StringComparer.Ordinal)).ToList();
        var groups = distinct.SelectMany(s => s).Distinct(StringComparer.Ordinal).Concat([Unnamed, Unnamed])
            .GroupBy(name => string.Concat(distinct.Select(s => s.Contains(name) ? '1' : '0'))).Select(g => g.ToList()).ToList();
        var variables = sets.Select(s => s.Step!.Attribute & 24).Concat(pairs.Count > 0 ? [0u, 8u] : []).Distinct().ToDictionary(context => context, _ => Add(groups.Count));
        foreach (var set in sets)
        {
            var variable = variables[set.Step!.Attribute & 24];
            var isIn = groups.ConvertAll(g => set.Sets[0].Names.AsSpan().BinarySearch(g[0], StringComparer.Ordinal) >= 0 == (set.Step.Operator == 1));
            _isMet[set.Identity] = @case => isIn[@case[variable]];
        }

        if (pairs.Count > 0)
        {
            AddPairs(pairs, variables[0], variables[8], groups.ConvertAll(g => g.Count == 1));
        }
    }

    // Whether both names are the same one, and for roles whether one dominates the other.
    private void AddPairs(List<ConstraintForm> pairs, int first, int second, List<bool> isOne)
    {
        var (equal, up, down) = (Add(2), -1, -1);
        _isPossible.Add(@case => @case[equal] == 1 ? @case[first] == @case[second] : @case[first] != @case[second] || !isOne[@case[first]]);
        if (pairs.Exists(p => p.Step!.Operator > 2))
        {
            (up, down) = (Add(2), Add(2));
            _isPossible.Add(@case => @case[equal] == 0 || @case[up] + @case[down] == 2);
        }

        foreach (var pair in pairs)
        {
            var operation = pair.Step!.Operator;
            _isMet[pair.Identity] = @case => pair.IsNot != Decide(operation, @case[equal] == 1, up >= 0 && @case[up] == 1, down >= 0 && @case[down] == 1);
        }
    }

    private void AddLevels(List<ConstraintForm> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        // Orders that differ in nothing that is compared are one case.
        var used = pairs.Select(p => Operands(p.Step!.Attribute)).Aggregate(0, (bits, o) => bits | Bit(o.First, o.Second) | Bit(o.Second, o.First));
        var orders = Orders.Value.Select(o => o & used).Distinct().ToList();
        var variable = Add(orders.Count);
        foreach (var pair in pairs)
        {
            var (first, second) = Operands(pair.Step!.Attribute);
            var isMet = orders.ConvertAll(o =>
            {
                var (up, down) = ((o & Bit(first, second)) != 0, (o & Bit(second, first)) != 0);
                return pair.IsNot != Decide(pair.Step.Operator, up && down, up, down);
            });
            _isMet[pair.Identity] = @case => isMet[@case[variable]];
        }
    }

    private static bool Decide(uint operation, bool equal, bool up, bool down) => operation switch
    {
        1 => equal,
        2 => !equal,
        3 => up,
        4 => down,
        _ => !up && !down,
    };

    // l1, h1, l2, h2 by number, in the bits of the format.
    private static (int First, int Second) Operands(uint attribute) => attribute switch
    {
        32 => (0, 2),
        64 => (0, 3),
        128 => (1, 2),
        256 => (1, 3),
        512 => (0, 1),
        _ => (2, 3),
    };

    // That one level dominates another.
    private static int Bit(int one, int other) => 1 << ((4 * one) + other);

    // Every order of the four levels in which what dominates what dominates something dominates it too, and in which a high level dominates its low one.
    private static List<int> LevelOrders() =>
    [
        .. Enumerable.Range(0, 1 << 16).Where(order =>
        {
            for (var one = 0; one < 4; one++)
            {
                for (var two = 0; two < 4; two++)
                {
                    for (var three = 0; three < 4; three++)
                    {
                        if ((order & Bit(one, two)) != 0 && (order & Bit(two, three)) != 0 && (order & Bit(one, three)) == 0)
                        {
                            return false;
                        }
                    }
                }
            }

            var needed = Bit(0, 0) | Bit(1, 1) | Bit(2, 2) | Bit(3, 3) | Bit(1, 0) | Bit(3, 2);
            return (order & needed) == needed;
        }),
    ];
}
