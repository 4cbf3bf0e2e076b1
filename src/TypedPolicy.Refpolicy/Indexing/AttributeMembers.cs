using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>The members of attributes, worked out from the statements that put something there.</summary>
internal sealed class AttributeMembers
{
    private const int MaxDepth = 64;

    private readonly Dictionary<string, List<CilNode>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _aliases;
    private readonly HashSet<string> _all;

    /// <summary>Types in type attributes, or roles in role attributes.</summary>
    public AttributeMembers(InstalledNames names, EntityKind member)
    {
        var keyword = member == EntityKind.Type ? "typeattributeset" : "roleattributeset";
        foreach (var set in names.Sets)
        {
            if (set.Keyword == keyword && InstalledNames.Atom(set, 1) is { } attribute && set.Items.Count == 3)
            {
                if (!_sets.TryGetValue(attribute, out var expressions))
                {
                    _sets.Add(attribute, expressions = []);
                }

                expressions.Add(set.Items[2]);
            }
        }

        _aliases = names.Aliases;
        _all = new HashSet<string>(names.Declared.Where(d => d.Kind == member).Select(d => d.Name), StringComparer.Ordinal);
    }

    /// <summary>The expressions that an attribute is made of.</summary>
    public IReadOnlyList<CilNode> ExpressionsOf(string attribute) => _sets.TryGetValue(attribute, out var expressions) ? expressions : [];

    /// <summary>The members of an attribute.</summary>
    public IReadOnlyCollection<string> Of(string attribute) => Of(attribute, 0);

    private HashSet<string> Of(string name, int depth)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        var members = new HashSet<string>(StringComparer.Ordinal);
        if (depth < MaxDepth && _sets.TryGetValue(name, out var expressions))
        {
            // Anyone who asks again on the way to itself gets what is there.
            _known[name] = members;
            foreach (var expression in expressions)
            {
                members.UnionWith(Of(expression, depth + 1));
            }
        }

        return members;
    }

    private IEnumerable<string> Of(CilNode expression, int depth)
    {
        if (expression is CilAtom atom)
        {
            return _aliases.TryGetValue(atom.Text, out var actual) ? [actual] : _all.Contains(atom.Text) ? [atom.Text] : Of(atom.Text, depth);
        }

        if (expression is not CilList list || depth >= MaxDepth)
        {
            return [];
        }

        HashSet<string> Operand(int at) => at < list.Items.Count ? new(Of(list.Items[at], depth + 1), StringComparer.Ordinal) : [];
        switch (list.Keyword)
        {
            case "all":
                return _all;
            case "not":
                return _all.Except(Operand(1));
            case "and":
                return Operand(1).Intersect(Operand(2));
            case "or":
                return Operand(1).Union(Operand(2));
            case "xor":
                var either = Operand(1);
                either.SymmetricExceptWith(Operand(2));
                return either;
            default:
                return list.Items.SelectMany(item => Of(item, depth + 1));
        }
    }
}
