using System.Text;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>Collects the tables of an index with words as provisional numbers, and gives the words their sorted numbers in the end.</summary>
internal sealed class IndexEncoder
{
    // A provisional number of a word: recognizable in a table, since nothing else in one is as large.
    private const int Provisional = 1 << 29;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lists = new(StringComparer.Ordinal);
    private readonly List<int>[] _tables = [.. Enum.GetValues(typeof(IndexTable)).Cast<IndexTable>().Select(_ => new List<int>())];

    public int Word(string word)
    {
        if (!_words.TryGetValue(word, out var number))
        {
            _words.Add(word, number = Provisional + _words.Count);
        }

        return number;
    }

    /// <summary>A list of numbers; equal lists are one.</summary>
    public int List(IEnumerable<int> numbers)
    {
        var items = numbers.ToList();
        var key = string.Join(" ", items);
        if (!_lists.TryGetValue(key, out var at))
        {
            var table = _tables[(int)IndexTable.Lists];
            _lists.Add(key, at = table.Count);
            table.Add(items.Count);
            table.AddRange(items);
        }

        return at;
    }

    /// <summary>A list of words, which is sorted in the end.</summary>
    public int WordList(IEnumerable<string> words) => List(words.Distinct().OrderBy(w => w, StringComparer.Ordinal).Select(Word));

    public int Count(IndexTable table, int width) => _tables[(int)table].Count / width;

    public void Add(IndexTable table, Action<List<int>> add) => add(_tables[(int)table]);

    public FinderIndex ToIndex()
    {
        var bytes = _words.Keys.Select(w => (Word: w, Bytes: Encoding.UTF8.GetBytes(w))).ToList();
        bytes.Sort((a, b) => Compare(a.Bytes, b.Bytes));
        var text = new byte[bytes.Sum(b => b.Bytes.Length)];
        var ends = new int[bytes.Count];
        var final = new int[bytes.Count];
        var at = 0;
        for (var i = 0; i < bytes.Count; i++)
        {
            bytes[i].Bytes.CopyTo(text, at);
            ends[i] = at += bytes[i].Bytes.Length;
            final[_words[bytes[i].Word] - Provisional] = i;
        }

        int[][] tables = [.. _tables.Select(t => t.Select(n => n >= Provisional ? final[n - Provisional] : n).ToArray())];
        return new FinderIndex(new StringTable(text, 0, ends), tables);
    }

    private static int Compare(byte[] a, byte[] b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] - b[i];
            }
        }

        return a.Length - b.Length;
    }
}
