using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Report.Collecting;

/// <summary>The types on which names have one of some permissions, by the rules of a type and of its attributes. Each name is looked at once.</summary>
internal sealed class TypeSets
{
    private readonly PolicyTables _tables;
    private readonly uint[] _bits;
    private readonly ulong[]?[] _known;
    private readonly int _words;

    /// <summary>The sets of a policy.</summary>
    /// <param name="tables">The policy.</param>
    /// <param name="counts">Which permissions of which classes count.</param>
    public TypeSets(PolicyTables tables, Func<string, string, bool> counts)
    {
        _tables = tables;
        _words = (tables.Types.Count >> 6) + 1;
        _known = new ulong[]?[tables.Types.Count + 1];
        _bits = new uint[tables.Classes.Count + 1];
        for (var @class = 1; @class <= tables.Classes.Count; @class++)
        {
            if (tables.ClassParts[@class] is { } part)
            {
                _bits[@class] = part.Permissions.Select((p, i) => p is not null && counts(part.Name, p) ? 1u << i : 0).Aggregate(0u, (all, bit) => all | bit);
            }
        }
    }

    /// <summary>The set of a type, a bit for each type.</summary>
    public ulong[] Of(int type)
    {
        var all = new ulong[_words];
        foreach (var name in _tables.AttributesOf[type].Prepend(type))
        {
            var own = _known[name] ??= OfName(name);
            for (var i = 0; i < _words; i++)
            {
                all[i] |= own[i];
            }
        }

        return all;
    }

    private ulong[] OfName(int name)
    {
        var set = new ulong[_words];
        foreach (var rule in _tables.Rules.From(name))
        {
            if (rule.Kind == RuleKind.Allow && (rule.Data & _bits[rule.Class]) != 0)
            {
                foreach (var type in _tables.MembersOf[rule.Target])
                {
                    set[type >> 6] |= 1UL << (type & 63);
                }
            }
        }

        return set;
    }
}
