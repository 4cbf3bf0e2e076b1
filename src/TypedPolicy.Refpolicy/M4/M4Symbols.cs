namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// The names that are defined. A table may be based on another that no longer changes, so that every module starts from the headers'
/// definitions without copying them. Names are looked up in the text where they stand.
/// </summary>
public sealed class M4Symbols
{
    private readonly M4Symbols? _below;
    private int[] _buckets = new int[64];
    private Entry[] _entries = new Entry[32];
    private readonly M4States _states = new();
    private int _count;

    /// <summary>Makes a table.</summary>
    /// <param name="below">The definitions that hold where this table has none.</param>
    public M4Symbols(M4Symbols? below = null) => _below = below;

    /// <summary>The names that are defined here or in the tables below, without m4's own; in no order.</summary>
    internal IEnumerable<string> Names =>
        _entries.Take(_count).Where(e => e.Definitions?.Macro.Body is not null).Select(e => e.Name).Concat(_below?.Names ?? []).Distinct();

    /// <summary>Which state the table is in, as long as definitions were only pushed and popped; a negative number otherwise.</summary>
    internal int State => _states.Current;

    /// <summary>The definition of a name.</summary>
    public M4Macro? Find(string name) => Find(name, 0, name.Length);

    internal M4Macro? Find(string text, int start, int length) => Find(text, start, length, Hash(text, start, length));

    internal void Define(string name, M4Macro macro)
    {
        _states.Leave();
        ref var entry = ref Own(name);
        entry.Definitions = entry.Definitions is null ? new Definition(macro, null) : entry.Definitions with { Macro = macro };
    }

    internal void Push(string name, M4Macro macro)
    {
        _states.Push(name, macro);
        ref var entry = ref Own(name);
        entry.Definitions = new Definition(macro, entry.Definitions);
    }

    internal void Pop(string name)
    {
        _states.Pop(name);
        if (Find(name) is not null)
        {
            ref var entry = ref Own(name);
            entry.Definitions = entry.Definitions?.Below;
        }
    }

    internal void Undefine(string name)
    {
        if (Find(name) is not null)
        {
            _states.Leave();
            Own(name).Definitions = null;
        }
    }

    /// <summary>Forgets what this table itself contains.</summary>
    internal void Clear()
    {
        _states.Restart();
        if (_count > 0)
        {
            Array.Clear(_buckets, 0, _buckets.Length);
            Array.Clear(_entries, 0, _count);
            _count = 0;
        }
    }

    /// <summary>Defines in another table what this one defines by itself.</summary>
    internal void CopyTo(M4Symbols other)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Definitions is { } definitions)
            {
                other.Define(_entries[i].Name, definitions.Macro);
            }
        }
    }

    private static int Hash(string text, int start, int length)
    {
        var hash = 5381u;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 33) ^ text[i];
        }

        // The low bits choose the bucket, so the high ones must reach them.
        return unchecked((int)(hash ^ (hash >> 15)));
    }

    private M4Macro? Find(string text, int start, int length, int hash)
    {
        var found = IndexOf(text, start, length, hash);
        return found >= 0 ? _entries[found].Definitions?.Macro : _below?.Find(text, start, length, hash);
    }

    private int IndexOf(string text, int start, int length, int hash)
    {
        if (_count == 0)
        {
            return -1;
        }

        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && entry.Name.Length == length && string.CompareOrdinal(entry.Name, 0, text, start, length) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>This table's own entry for a name, which takes over what the table below contains.</summary>
    private ref Entry Own(string name)
    {
        var hash = Hash(name, 0, name.Length);
        var found = IndexOf(name, 0, name.Length, hash);
        if (found >= 0)
        {
            return ref _entries[found];
        }

        if (_count == _entries.Length)
        {
            Grow();
        }

        var bucket = hash & (_buckets.Length - 1);
        _entries[_count] = new Entry { Name = name, Hash = hash, Next = _buckets[bucket] - 1, Definitions = _below?.DefinitionsOf(name, hash) };
        _buckets[bucket] = ++_count;
        return ref _entries[_count - 1];
    }

    private Definition? DefinitionsOf(string name, int hash)
    {
        var found = IndexOf(name, 0, name.Length, hash);
        return found >= 0 ? _entries[found].Definitions : _below?.DefinitionsOf(name, hash);
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = new int[_entries.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            var bucket = _entries[i].Hash & (_buckets.Length - 1);
            _entries[i].Next = _buckets[bucket] - 1;
            _buckets[bucket] = i + 1;
        }
    }

    private struct Entry
    {
        public string Name;
        public int Hash;
        public int Next;
        public Definition? Definitions;
    }

    private sealed record Definition(M4Macro Macro, Definition? Below);
}
