using System.Numerics;

namespace TypedPolicy.Sepol.Binary;

/// <summary>A set of values, kept as the policy keeps it: 64 at a time and only where there are any, so that its size is that of its bytes.</summary>
internal readonly struct ValueSet : IEquatable<ValueSet>
{
    private readonly uint[] _starts;
    private readonly ulong[] _words;

    private ValueSet(uint[] starts, ulong[] words) => (_starts, _words) = (starts, words);

    public static ValueSet Empty { get; } = new([], []);

    public bool IsEmpty => _starts.Length == 0;

    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>The largest member; 0 where there is none.</summary>
    public int Maximum => IsEmpty ? 0 : (int)_starts[^1] + 64 - BitOperations.LeadingZeroCount(_words[^1]);

    /// <summary>The members, from 1, in order.</summary>
    public IEnumerable<int> Values
    {
        get
        {
            for (var i = 0; i < _starts.Length; i++)
            {
                for (var word = _words[i]; word != 0; word &= word - 1)
                {
                    yield return (int)_starts[i] + BitOperations.TrailingZeroCount(word) + 1;
                }
            }
        }
    }

    /// <summary>An extensible bitmap whose members are at most some value.</summary>
    public static ValueSet Read(ref PolicyBytes bytes, int limit)
    {
        var unit = bytes.UInt32();
        var high = bytes.UInt32();
        var count = bytes.Count(12);
        if (unit != 64)
        {
            throw bytes.Broken($"a set in units of {unit} bits");
        }

        if (high > (uint)limit + 63)
        {
            throw bytes.Broken($"a set that reaches {high} of {limit} values");
        }

        var starts = new uint[count];
        var words = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            starts[i] = bytes.UInt32();
            words[i] = bytes.UInt64();
            if (starts[i] % 64 != 0 || (i > 0 && starts[i] <= starts[i - 1]) || words[i] == 0)
            {
                throw bytes.Broken("a set whose parts are in no order");
            }

            if (starts[i] + 64L - BitOperations.LeadingZeroCount(words[i]) > limit)
            {
                throw bytes.Broken($"a set with a value over {limit}");
            }
        }

        return new(starts, words);
    }

    /// <summary>A set of some values, each from 1.</summary>
    public static ValueSet Of(IEnumerable<int> values)
    {
        var words = new SortedDictionary<uint, ulong>();
        foreach (var value in values)
        {
            var start = (uint)(value - 1) & ~63u;
            words[start] = words.GetValueOrDefault(start) | (1UL << ((value - 1) & 63));
        }

        return new([.. words.Keys], [.. words.Values]);
    }

    public bool Contains(int value)
    {
        var index = Array.BinarySearch(_starts, (uint)(value - 1) & ~63u);
        return index >= 0 && ((_words[index] >> ((value - 1) & 63)) & 1) != 0;
    }

    public bool IsSubsetOf(ValueSet other)
    {
        for (var i = 0; i < _starts.Length; i++)
        {
            var index = Array.BinarySearch(other._starts, _starts[i]);
            if (index < 0 || (_words[i] & ~other._words[index]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What both have.</summary>
    public ValueSet And(ValueSet other) => Of(Values.Where(other.Contains));

    public bool Equals(ValueSet other) => _starts.AsSpan().SequenceEqual(other._starts) && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => obj is ValueSet other && Equals(other);

    public override int GetHashCode() => _words.Length == 0 ? 0 : HashCode.Combine(_starts[0], _words[0], _words.Length);
}
