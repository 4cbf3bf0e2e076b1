using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Flow;

/// <summary>The types that a search has reached, by breadth, and from where.</summary>
internal sealed class Reached(PolicyTables tables)
{
    private readonly int[] _before = new int[tables.Types.Count + 1];
    private readonly bool[] _has = new bool[tables.Types.Count + 1];
    private readonly bool[] _followed = new bool[tables.Types.Count + 1];
    private readonly bool[] _added = new bool[tables.Types.Count + 1];
    private readonly List<int> _all = [];
    private int _next;

    public IReadOnlyList<int> All => _all;

    public bool Has(int type) => _has[type];

    /// <summary>The type that one was reached from.</summary>
    public int Before(int type) => _before[type];

    /// <summary>The next type to go on from.</summary>
    public int? Next() => _next < _all.Count ? _all[_next++] : null;

    /// <summary>Whether the rules of a type or attribute are followed for the first time.</summary>
    public bool Follow(int name) => !_followed[name] && (_followed[name] = true);

    public void Add(int type, int before)
    {
        if (!_has[type])
        {
            _has[type] = true;
            _before[type] = before;
            _all.Add(type);
        }
    }

    /// <summary>Adds all members of an attribute, or a type, except some.</summary>
    public void AddMembers(int name, int before, HashSet<int> except)
    {
        if (_added[name])
        {
            return;
        }

        _added[name] = true;
        foreach (var type in tables.MembersOf[name])
        {
            if (!except.Contains(type))
            {
                Add(type, before);
            }
        }
    }
}
