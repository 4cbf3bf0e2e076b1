namespace TypedPolicy.Refpolicy.Language;

/// <summary>Names that were read before, so that a name that stands in a text ten thousand times is one string. Not for several threads at once.</summary>
internal sealed class NameTable
{
    private int[] _buckets = new int[1024];
    private (string Name, int Hash, int Next)[] _entries = new (string, int, int)[512];
    private int _count;

    /// <summary>The name that stands in a text.</summary>
    public string At(string text, int start, int length)
    {
        var hash = 5381u;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 33) ^ text[i];
        }

        var key = unchecked((int)(hash ^ (hash >> 15)));
        for (var i = _buckets[key & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == key && entry.Name.Length == length && string.CompareOrdinal(entry.Name, 0, text, start, length) == 0)
            {
                return entry.Name;
            }
        }

        return Add(text.Substring(start, length), key);
    }

    private string Add(string name, int key)
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

        ref var bucket = ref _buckets[key & (_buckets.Length - 1)];
        _entries[_count] = (name, key, bucket - 1);
        bucket = ++_count;
        return name;
    }
}
