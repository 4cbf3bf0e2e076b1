using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Lowering;

/// <summary>
/// All the conditions that hold where a rule stands, collected from the blocks around it: tunables, which go into one <c>tunableif</c>,
/// and booleans, which go into one <c>booleanif</c> within it, since neither may hold another of its kind in CIL.
/// </summary>
internal sealed class Conditions : IEquatable<Conditions>
{
    public static readonly Conditions None = new([], Origin.None);

    private readonly ImmutableSortedSet<Condition> _all;

    /// <summary>Where the innermost block stands: the place of the whole group, since a line mark cannot stand inside a booleanif.</summary>
    private readonly Origin _origin;

    private Conditions(ImmutableSortedSet<Condition> all, Origin origin)
    {
        _all = all.WithComparer(ByName.Instance);
        _origin = origin;
        SortKey = string.Join(" ", _all.Select(c => $"{c.Subject.Kind}:{c.Subject.Name}:{c.IsTrue}"));
    }

    /// <summary>A text that orders conditions; none comes first.</summary>
    public string SortKey { get; }

    public bool HasBooleans => _all.Any(c => c.Subject.Kind != EntityKind.Tunable);

    /// <summary>Adds the conditions of a block.</summary>
    public Conditions And(Block block) =>
        block.Conditions.Count == 0 ? this : new Conditions(_all.Union(block.Conditions), block.Origin);

    /// <summary>Blocks of their own stay apart, even under one condition: each keeps its line mark.</summary>
    public bool Equals(Conditions? other) => other is not null && SortKey == other.SortKey && _origin == other._origin;

    public override bool Equals(object? obj) => Equals(obj as Conditions);

    public override int GetHashCode() => SortKey.GetHashCode();

    /// <summary>Puts statements under the conditions.</summary>
    public ImmutableArray<CilItem> Wrap(ImmutableArray<CilItem> lines)
    {
        var items = lines;
        items = Wrap("booleanif", EntityKind.Boolean, items, takesMarks: false);
        return Wrap("tunableif", EntityKind.Tunable, items, takesMarks: true);
    }

    private ImmutableArray<CilItem> Wrap(string keyword, EntityKind kind, ImmutableArray<CilItem> items, bool takesMarks)
    {
        var conditions = _all.Where(c => c.Subject.Kind == kind).ToArray();
        if (conditions.Length == 0)
        {
            return items;
        }

        var branch = new CilGroup(new CilList("true"), Origin.None, items, takesMarks);
        return [new CilGroup(new CilList(keyword, Expression(conditions)), _origin, [branch], takesMarks)];
    }

    private static CilNode Expression(Condition[] conditions) =>
        CilOperation.Of("and", [.. conditions.Select(Term)]);

    private static CilNode Term(Condition condition)
    {
        var term = condition.Expression ?? condition.Subject.Name;
        return condition.IsTrue ? term : new CilList("not", term);
    }

    private sealed class ByName : IComparer<Condition>
    {
        public static readonly ByName Instance = new();

        public int Compare(Condition x, Condition y)
        {
            var order = x.Subject.Kind.CompareTo(y.Subject.Kind);
            order = order != 0 ? order : string.CompareOrdinal(x.Subject.Name, y.Subject.Name);
            return order != 0 ? order : x.IsTrue.CompareTo(y.IsTrue);
        }
    }
}
