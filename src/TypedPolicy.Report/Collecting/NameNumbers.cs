using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Report.Collecting;

/// <summary>The numbers of types and attributes in a report: their order by name.</summary>
internal sealed class NameNumbers
{
    private readonly int[] _numbers;
    private readonly Dictionary<string, int> _byName;

    public NameNumbers(KernelPolicy policy)
    {
        var symbols = policy.Tables.Types;
        Values = [.. Enumerable.Range(1, symbols.Count).Where(symbols.Has).OrderBy(v => symbols[v], StringComparer.Ordinal)];
        _numbers = new int[symbols.Count + 1];
        for (var i = 0; i < Values.Count; i++)
        {
            _numbers[Values[i]] = i;
        }

        _byName = Values.Select((v, i) => (Name: symbols[v], i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The values of the policy, by number.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>The number of a value.</summary>
    public int this[int value] => _numbers[value];

    /// <summary>The number of a name; null if the policy has none of that name.</summary>
    public int? Find(string name) => _byName.TryGetValue(name, out var number) ? number : null;
}
