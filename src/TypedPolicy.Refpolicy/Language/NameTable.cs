namespace TypedPolicy.Refpolicy.Language;

/// <summary>
/// Names and sets of names that were read before, so that a name in a text ten thousand times is one string, and a set of permissions
/// that thousands of rules give is read once. Not for several threads at once.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The longest text of a set that is kept.</summary>
    public const int MaxSetLength = 1_024;

    private int[] _buckets = new int[1024];
    private Entry[] _entries = new Entry[512];
    private int _count;

    /// <summary>The name in a text.</summary>
    public string At(string text, int start, int length) => Of(text, start, length).Text;

    /// <summary>The set of the one name in a text.</summary>
    public NameSet AloneAt(string text, int start, int length)
    {
        ref var entry = ref Of(text, start, length);
        return entry.Set ??= new NameSet([entry.Text], []);
    }

    /// <summary>The set that was read before from the same text, braces and all.</summary>
    public NameSet? SetAt(string text, int start, int length)
    {
        var found = IndexOf(text, start, length, Hash(text, start, length));
        return found < 0 ? null : _entries[found].Set;
    }

    /// <summary>Keeps what a text with its braces was read as.</summary>
    public void Keep(string text, int start, int length, NameSet set) => Of(text, start, length).Set = set;

    private ref Entry Of(string text, int start, int length)
    {
        var hash = Hash(text, start, length);
        var found = IndexOf(text, start, length, hash);
        return ref found < 0 ? ref Add(text.Substring(start, length), hash) : ref _entries[found];
    }

    private int IndexOf(string text, int start, int length, int hash)
    {
        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && entry.Text.Length == length && string.CompareOrdinal(entry.Text, 0, text, start, length) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Hash(string text, int start, int length)
    {
        var hash = 5381u;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 33) ^ text[i];
        }

        return unchecked((int)(hash ^ (hash >> 15)));
    }

    private ref Entry Add(string text, int hash)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
            _buckets = new int[_entries.Length * 2];
            for (var i = 0; i < _count; i++)
            {
                ref var moved = ref _entries[i];
                moved.Next = _buckets[moved.Hash & (_buckets.Length - 1)] - 1;
                _buckets[moved.Hash & (_buckets.Length - 1)] = i + 1;
            }
        }

        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries[_count] = new Entry { Text = text, Hash = hash, Next = bucket - 1 };
        bucket = ++_count;
        return ref _entries[_count - 1];
    }

    private struct Entry
    {
        public string Text;
        public int Hash;
        public int Next;
        public NameSet? Set;
    }
}
