using System.Collections.Immutable;

namespace TypedPolicy.Model.Index;

/// <summary>
/// Entries that stay text until somebody asks for them: an index has tens of thousands, and a policy asks for some hundred. Any number of threads may ask.
/// </summary>
/// <param name="text">The text of the index.</param>
/// <param name="starts">Where the lines of the entries start; their form was looked at.</param>
/// <param name="read">Makes an entry of the fields of a line.</param>
internal sealed class WrittenTable<T>(string text, int[] starts, Func<string[], T> read) : IndexTable<T>
    where T : class
{
    // Two threads may make the same entry or chains, which are alike.
    private readonly T?[] _entries = new T?[starts.Length];
    private readonly Chains?[] _chains = new Chains?[IndexWords.MaxFields];

    private ImmutableArray<T> _all;

    public override ImmutableArray<T> All
    {
        get
        {
            if (_all.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _all, [.. Enumerable.Range(0, starts.Length).Select(Entry)]);
            }

            return _all;
        }
    }

    public override IEnumerable<T> Having(IndexField<T> field, string word)
    {
        var chains = _chains[field.Number] ??= Link(field.Number);
        for (var i = chains.First(Hash(word)); i >= 0; i = chains.Next[i])
        {
            if (Is(i, field.Number, word))
            {
                yield return Entry(i);
            }
        }
    }

    private T Entry(int number) => _entries[number] ??= read(IndexLine.Fields(text, starts[number], IndexLine.EndOf(text, starts[number])));

    private Chains Link(int field)
    {
        var chains = new Chains(starts.Length);
        for (var i = starts.Length - 1; i >= 0; i--)
        {
            var (start, length) = IndexLine.Field(text, starts[i], field);
            var escaped = text.IndexOf('\\', start, length) >= 0;
            chains.Put(i, escaped ? Hash(Unescaped(start, length)) : Hash(text, start, length));
        }

        return chains;
    }

    private bool Is(int number, int field, string word)
    {
        var (start, length) = IndexLine.Field(text, starts[number], field);
        return text.IndexOf('\\', start, length) >= 0
            ? Unescaped(start, length) == word
            : length == word.Length && string.CompareOrdinal(text, start, word, 0, length) == 0;
    }

    private string Unescaped(int start, int length) => IndexLine.Unescape(text.Substring(start, length));

    private static int Hash(string word) => Hash(word, 0, word.Length);

    private static int Hash(string text, int start, int length)
    {
        var hash = 5381u;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 33) ^ text[i];
        }

        // The low bits choose the chain, so the high ones must reach them.
        return unchecked((int)(hash ^ (hash >> 15)));
    }

    /// <summary>The entries whose fields have the same hash, one after the other. Anyone who links from the last to the first has them in order.</summary>
    private sealed class Chains
    {
        private readonly int[] _first;

        public Chains(int count)
        {
            var size = 16;
            while (size < count)
            {
                size *= 2;
            }

            _first = new int[size];
            Next = new int[count];
        }

        public int[] Next { get; }

        public int First(int hash) => _first[hash & (_first.Length - 1)] - 1;

        public void Put(int number, int hash)
        {
            ref var first = ref _first[hash & (_first.Length - 1)];
            Next[number] = first - 1;
            first = number + 1;
        }
    }
}
