namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// What calls expanded to that were made more than once: interfaces call the same interfaces with the same arguments again and again. A call is kept from its second time on.
/// </summary>
internal sealed class RepeatedCalls
{
    /// <summary>The longest arguments of a call that is kept, and the longest text; of all together no more than <see cref="Max"/>.</summary>
    private const int MaxArgumentsLength = 256;
    private const int MaxTextLength = 1 << 16;
    private const int Max = 1 << 22;

    private readonly int[] _seen = new int[1 << 12];
    private int[] _buckets = new int[1 << 10];
    private Entry[] _entries = new Entry[1 << 9];
    private int _count;
    private int _size;

    /// <summary>What a call expanded to; null if it is not kept.</summary>
    /// <param name="call">The call.</param>
    /// <param name="state">The state of the definitions.</param>
    /// <param name="hash">The hash of both.</param>
    public RepeatedText? Find(M4Call call, int state, int hash)
    {
        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            if (_entries[i].Hash == hash && _entries[i].State == state && IsSame(_entries[i].Call, call))
            {
                return _entries[i].Text;
            }
        }

        return null;
    }

    /// <summary>Whether a call, or one of the same hash, was made before; it is from now on.</summary>
    public bool WasSeen(int hash)
    {
        ref var word = ref _seen[(hash >> 5) & (_seen.Length - 1)];
        var bit = 1 << (hash & 31);
        var seen = (word & bit) != 0;
        word |= bit;
        return seen;
    }

    /// <summary>Keeps what a call expanded to, where there is room.</summary>
    public void Keep(M4Call call, int state, int hash, RepeatedText text)
    {
        if (text.Text.Length > MaxTextLength || _size + text.Text.Length > Max || Find(call, state, hash) is not null)
        {
            return;
        }

        if (_count == _entries.Length)
        {
            Grow();
        }

        _size += text.Text.Length + MaxArgumentsLength;
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries[_count] = new Entry { Call = call, State = state, Hash = hash, Next = bucket - 1, Text = text };
        bucket = ++_count;
    }

    /// <summary>The hash of a call that may be kept; nothing for others.</summary>
    public static int? Hash(M4Call call, int state)
    {
        var (hash, length) = (5381u + (uint)state, 0);
        foreach (var character in call.Name)
        {
            hash = (hash * 33) ^ character;
        }

        foreach (var argument in call.Arguments)
        {
            var text = argument.Text.Text;
            length += text.Length;
            if (length > MaxArgumentsLength || argument.Builtin is not null)
            {
                return null;
            }

            hash = (hash * 33) ^ ',';
            foreach (var character in text)
            {
                hash = (hash * 33) ^ character;
            }
        }

        return unchecked((int)(hash ^ (hash >> 15)));
    }

    private static bool IsSame(M4Call one, M4Call other)
    {
        if (one.Macro != other.Macro || one.Count != other.Count)
        {
            return false;
        }

        for (var i = 1; i <= one.Count; i++)
        {
            if (one[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _count * 2);
        _buckets = new int[_buckets.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_entries[i].Hash & (_buckets.Length - 1)];
            _entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private struct Entry
    {
        public M4Call Call;
        public int State;
        public int Hash;
        public int Next;
        public RepeatedText Text;
    }
}

/// <summary>What a call expanded to.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Work">What it cost.</param>
/// <param name="Inspected">The texts that it depended on.</param>
internal sealed record RepeatedText(string Text, long Work, InspectedText[] Inspected);
