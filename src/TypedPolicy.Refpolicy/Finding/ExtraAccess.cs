using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>What an interface gives beyond what was asked.</summary>
internal sealed class ExtraAccess(FinderIndex index, AskedAccess asked)
{
    // How many types an attribute is taken to have where that is not known: more than the largest interface lists.
    private const int UnknownMembers = 1_000;

    // The target of the question, whether or not the index has a word for it.
    private const int Asked = int.MinValue;

    private readonly Dictionary<(int Target, int Excluded, int Class), SortedSet<int>> _given = [];
    private readonly List<(int Target, int Excluded, int Class)> _order = [];

    /// <param name="Accesses">What it is.</param>
    /// <param name="Count">How many permissions on single types.</param>
    /// <param name="Writes">What changes the target, where reading was asked.</param>
    public readonly record struct Result(ImmutableArray<GrantedAccess> Accesses, long Count, ImmutableArray<GrantedAccess> Writes);

    public Result Of(InterfaceRow row, AnswerCarrier carrier, int hole)
    {
        for (var i = row.FirstRule; i < row.FirstRule + row.Rules; i++)
        {
            var rule = RuleRow.At(index, IndexTable.Rules, i);
            if (rule.Source == Operand.OfHole(row.Carrier))
            {
                Add(rule.Target == rule.Source ? Operand.Self : carrier == AnswerCarrier.Source && hole > 0 && rule.Target == Operand.OfHole(hole) ? Asked : rule.Target, rule);
            }
            else if (carrier == AnswerCarrier.Target && rule.Target == Operand.OfHole(row.Carrier) && (asked.IsSource(rule.Source) || (hole > 0 && rule.Source == Operand.OfHole(hole))))
            {
                Add(Asked, rule);
            }
        }

        for (var i = row.FirstJoined; i < row.FirstJoined + row.Joined; i++)
        {
            var rule = RuleRow.At(index, IndexTable.Joined, i);
            Add(rule.Target, rule);
        }

        return ToResult();
    }

    private void Add(int target, RuleRow rule)
    {
        target = target == asked.Target || (target == Operand.Self && asked.IsSelf) ? Asked : target;
        if (!_given.TryGetValue((target, rule.Excluded, rule.Class), out var permissions))
        {
            _given.Add((target, rule.Excluded, rule.Class), permissions = []);
            _order.Add((target, rule.Excluded, rule.Class));
        }

        permissions.UnionWith(index.List(rule.Permissions).Items());
    }

    private Result ToResult()
    {
        var count = 0L;
        var (here, elsewhere, writes) = (new List<GrantedAccess>(), new List<GrantedAccess>(), new List<GrantedAccess>());
        foreach (var key in _order)
        {
            var permissions = _given[key];
            var isTarget = key.Target == Asked || (asked.IsTarget(key.Target) && !asked.IsExcluded(key.Excluded));
            var types = Types(key.Target, key.Excluded);
            count += (long)types * permissions.Count;
            if (isTarget && key.Class == asked.Class)
            {
                // Of what is given on an attribute, the part on the target was asked for.
                count -= permissions.Count(asked.IsPermission);
            }

            var extra = permissions.Where(p => !(key.Target == Asked && key.Class == asked.Class && asked.IsPermission(p))).ToList();
            if (extra.Count > 0)
            {
                (isTarget ? here : elsewhere).Add(Access(key, extra));
            }

            if (isTarget && asked.IsReading && extra.FindAll(index.Writing(key.Class).SortedContains) is { Count: > 0 } writing)
            {
                writes.Add(Access(key, writing));
            }
        }

        return new([.. here, .. elsewhere], count, [.. writes]);
    }

    private int Types(int target, int excluded)
    {
        if (target < 0)
        {
            return 1;
        }

        var members = index.Members(target);
        return members.Count == 0 ? (index.IsAttribute(target) ? UnknownMembers : 1)
            : excluded < 0 ? members.Count
            : members.Items().Except(index.List(excluded).Items()).Except(index.List(excluded).Items().SelectMany(e => index.Members(e).Items())).Count();
    }

    private GrantedAccess Access((int Target, int Excluded, int Class) key, List<int> permissions)
    {
        var target = key.Target == Asked ? asked.TargetName : index.Text(key.Target);
        var excluded = string.Concat(index.List(key.Excluded).Items().Select(e => $" -{index.Text(e)}"));
        return new(excluded.Length > 0 ? $"{{ {target}{excluded} }}" : target, index.Text(key.Class), [.. permissions.Select(index.Text)]);
    }
}
