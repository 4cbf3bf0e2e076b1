namespace TypedPolicy.Report.Collecting;

/// <summary>Things in the order in which they first come, each with its number.</summary>
internal sealed class Numbered<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _all = [];

    /// <summary>All of them, by number.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>The number of a thing.</summary>
    public int this[T thing]
    {
        get
        {
            if (!_numbers.TryGetValue(thing, out var number))
            {
                _numbers.Add(thing, number = _all.Count);
                _all.Add(thing);
            }

            return number;
        }
    }
}
