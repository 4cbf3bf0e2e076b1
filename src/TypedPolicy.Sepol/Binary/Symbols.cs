using TypedPolicy.Model.Naming;

namespace TypedPolicy.Sepol.Binary;

/// <summary>Names by value and values by name, for one kind of symbol. A value may be without a name of its own; aliases are names more.</summary>
internal sealed class Symbols(string kind, int count)
{
    // A policy has thousands of names, of which one is always near.
    private const int SlipOfTheHand = 2;

    private readonly string?[] _names = new string?[count];
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    /// <summary>The largest value.</summary>
    public int Count => _names.Length;

    /// <summary>Every name, aliases too.</summary>
    public IReadOnlyDictionary<string, int> Values => _values;

    /// <summary>The name of a value.</summary>
    public string this[int value] => _names[value - 1] ?? $"#{value}";

    /// <summary>The name of each value that has one, in the order of values; no aliases.</summary>
    public IEnumerable<string> Names => _names.OfType<string>();

    /// <summary>The aliases, each with the name that it stands for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Aliases => _values.Where(v => this[v.Value] != v.Key).Select(v => KeyValuePair.Create(v.Key, this[v.Value]));

    /// <summary>Whether a value has a name.</summary>
    public bool Has(int value) => _names[value - 1] is not null;

    /// <summary>The value of a name.</summary>
    /// <exception cref="SepolException">The policy has no such name.</exception>
    public int this[string name] => _values.TryGetValue(name, out var value) ? value : throw new SepolException($"The policy has no {kind} '{name}'.{Proposal(name, _values.Keys)}");

    /// <summary>The name that was probably meant, as the end of a message.</summary>
    internal static string Proposal(string name, IEnumerable<string> names) => Similar.To(name, names, SlipOfTheHand) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The value of a name; 0 where there is none.</summary>
    public int Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Takes a name; false where it, or the value's own name, is taken.</summary>
    public bool Add(string name, int value, bool isAlias)
    {
        if (!_values.TryAdd(name, value))
        {
            return false;
        }

        if (!isAlias)
        {
            if (Has(value))
            {
                return false;
            }

            _names[value - 1] = name;
        }

        return true;
    }
}
