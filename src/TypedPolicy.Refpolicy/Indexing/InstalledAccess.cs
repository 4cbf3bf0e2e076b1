using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>
/// What an installed policy lets its names do, of the permissions that an index decides. A rule under a condition counts; one for a set counts for all that the set
/// is made of, and one for an attribute for the attributes in it: too much here is a judgement less, too little would be a wrong one.
/// </summary>
internal sealed class InstalledAccess(InstalledNames names, AttributeMembers members)
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, ImmutableArray<string>> _operands = new(StringComparer.Ordinal);
    private ILookup<string, string>? _inner;

    /// <summary>The access, one entry for each target, class and source.</summary>
    public IEnumerable<IndexedAccess> All()
    {
        var found = new Dictionary<(string Target, string Class, string Source), SortedSet<string>>();
        foreach (var rule in names.Rules)
        {
            var (source, target) = (InstalledNames.Atom(rule, 1)!, InstalledNames.Atom(rule, 2)!);
            var access = (CilList)rule.Items[3];
            var @class = InstalledNames.Atom(access, 0)!;
            var permissions = DecidedPermissions.Of(@class);
            if (access.Items[1] is CilList { Keyword: not ("not" or "and" or "or" or "xor" or "all" or "range") } listed)
            {
                permissions = [.. permissions.Where(p => listed.Items.Any(i => i is CilAtom atom && atom.Text == p))];
            }

            if (permissions.IsEmpty)
            {
                continue;
            }

            foreach (var one in Operands(source).SelectMany(WithInner).Distinct())
            {
                foreach (var other in target == EntityRef.Self.Name ? [target] : Operands(target))
                {
                    if (!found.TryGetValue((other, @class, one), out var all))
                    {
                        found.Add((other, @class, one), all = new SortedSet<string>(StringComparer.Ordinal));
                    }

                    all.UnionWith(permissions);
                }
            }
        }

        return found.Select(f => new IndexedAccess(f.Key.Target, f.Key.Class, f.Key.Source, [.. f.Value]));
    }

    /// <summary>The names that a source or target is made of: itself, or what a set names that a compiler made an attribute for.</summary>
    private ImmutableArray<string> Operands(string name)
    {
        if (names.Aliases.TryGetValue(name, out var actual))
        {
            return [actual];
        }

        if (!GeneratedNames.Contains(name))
        {
            return [name];
        }

        if (!_operands.TryGetValue(name, out var known))
        {
            _operands[name] = known = [.. members.ExpressionsOf(name).SelectMany(e => Operands(e, 0)).Distinct()];
        }

        return known;
    }

    private IEnumerable<string> Operands(CilNode expression, int depth) => expression switch
    {
        CilAtom atom => Operands(atom.Text),
        _ when depth >= MaxDepth => [IndexedAccess.Everyone],
        CilList { Keyword: "all" or "not" } => [IndexedAccess.Everyone],
        CilList { Keyword: "and", Items.Count: 3 } both => Narrower([.. Operands(both.Items[1], depth + 1)], [.. Operands(both.Items[2], depth + 1)]),
        CilList { Keyword: "or" or "xor" } list => list.Items.Skip(1).SelectMany(i => Operands(i, depth + 1)),
        CilList list => list.Items.SelectMany(i => Operands(i, depth + 1)),
        _ => [],
    };

    /// <summary>Of two sets that are cut with one another, one that is not everything.</summary>
    private static ImmutableArray<string> Narrower(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Contains(IndexedAccess.Everyone) ? other : one;

    /// <summary>A name, and the attributes that are put into it.</summary>
    private IEnumerable<string> WithInner(string name)
    {
        _inner ??= names.Sets
            .Where(s => s.Keyword == "typeattributeset" && InstalledNames.Atom(s, 1) is { } attribute && !GeneratedNames.Contains(attribute) && s.Items.Count == 3)
            .SelectMany(s => Operands(s.Items[2], 0).Where(o => names.Declares(EntityKind.TypeAttribute, o)), (s, inner) => (Outer: InstalledNames.Atom(s, 1)!, inner))
            .ToLookup(pair => pair.Outer, pair => pair.inner, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { name };
        var next = new Queue<string>([name]);
        while (next.Count > 0)
        {
            foreach (var inner in _inner[next.Dequeue()])
            {
                if (seen.Add(inner))
                {
                    next.Enqueue(inner);
                }
            }
        }

        return seen;
    }
}
