namespace TypedPolicy.Refpolicy.Finding;

/// <summary>A stretch of a table of numbers.</summary>
internal readonly struct NumberList(int[] table, int start, int count)
{
    public static NumberList Empty { get; } = new([], 0, 0);

    public int Count => count;

    public int this[int index] => table[start + index];

    /// <summary>Whether a number is in it; linear, for short lists.</summary>
    public bool Contains(int number) => Array.IndexOf(table, number, start, count) >= 0;

    /// <summary>Whether a number is in it, where it is sorted.</summary>
    public bool SortedContains(int number) => Array.BinarySearch(table, start, count, number) >= 0;

    public IEnumerable<int> Items()
    {
        for (var i = 0; i < count; i++)
        {
            yield return table[start + i];
        }
    }
}
