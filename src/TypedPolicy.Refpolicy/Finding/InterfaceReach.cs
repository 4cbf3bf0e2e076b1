namespace TypedPolicy.Refpolicy.Finding;

/// <summary>All that interfaces give to anyone who carries them, weighed; worked out for each once.</summary>
internal sealed class InterfaceReach(FinderIndex index)
{
    // How many types an attribute is taken to have if that is not known: more than the largest interface lists.
    private const int UnknownMembers = 1_000;

    private readonly Dictionary<(int Target, int Excluded), int> _types = [];
    private readonly Dictionary<(int Target, int Class), (Dictionary<int, int> Weights, NumberList Writing)> _weights = [];
    private readonly Dictionary<int, HashSet<Grant>> _grants = [];
    private readonly Dictionary<int, long> _totals = [];
    private readonly Dictionary<int, HashSet<Grant>> _joined = [];

    /// <summary>A permission that an interface gives.</summary>
    internal readonly record struct Grant(int Target, int Excluded, int Class, int Permission);

    /// <summary>What an interface gives to its carrier, and on its carrier to others.</summary>
    public HashSet<Grant> Of(int number)
    {
        if (_grants.TryGetValue(number, out var grants))
        {
            return grants;
        }

        var row = InterfaceRow.At(index, number);
        grants = [];
        for (var i = row.FirstRule; i < row.FirstRule + row.Rules; i++)
        {
            var rule = RuleRow.At(index, IndexTable.Rules, i);
            if (row.Carrier > 0 && (rule.Source == Operand.OfHole(row.Carrier) || rule.Target == Operand.OfHole(row.Carrier)))
            {
                Add(grants, rule, rule.Target == Operand.OfHole(row.Carrier) ? Operand.Self : rule.Target);
            }
        }

        grants.UnionWith(Joined(row));
        _grants.Add(number, grants);
        return grants;
    }

    /// <summary>What it all weighs.</summary>
    public long Total(int number)
    {
        if (!_totals.TryGetValue(number, out var total))
        {
            _totals.Add(number, total = Of(number).Sum(Weight));
        }

        return total;
    }

    /// <summary>What a permission weighs on all types of its target.</summary>
    public long Weight(Grant grant) => (long)Types(grant.Target, grant.Excluded) * WeightOfOne(grant.Target, grant.Class, grant.Permission);

    /// <summary>What a permission weighs on one type.</summary>
    public int WeightOfOne(int target, int @class, int permission)
    {
        if (!_weights.TryGetValue((target, @class), out var known))
        {
            _weights.Add((target, @class), known = ([], index.Writing(@class)));
        }

        if (!known.Weights.TryGetValue(permission, out var weight))
        {
            known.Weights.Add(permission, weight = AccessWeight.Of(index.Text(target), index.Text(@class), index.Text(permission), known.Writing.SortedContains(permission)));
        }

        return weight;
    }

    private HashSet<Grant> Joined(InterfaceRow row)
    {
        if (!_joined.TryGetValue(row.FirstJoined, out var grants) || row.Joined == 0)
        {
            grants = [];
            for (var i = row.FirstJoined; i < row.FirstJoined + row.Joined; i++)
            {
                var rule = RuleRow.At(index, IndexTable.Joined, i);
                Add(grants, rule, rule.Target);
            }

            if (row.Joined > 0)
            {
                _joined.Add(row.FirstJoined, grants);
            }
        }

        return grants;
    }

    private void Add(HashSet<Grant> grants, RuleRow rule, int target)
    {
        foreach (var permission in index.List(rule.Permissions).Items())
        {
            grants.Add(new(target, rule.Excluded, rule.Class, permission));
        }
    }

    private int Types(int target, int excluded)
    {
        if (target < 0)
        {
            return 1;
        }

        if (!_types.TryGetValue((target, excluded), out var count))
        {
            var members = index.Members(target);
            count = members.Count == 0 ? (index.IsAttribute(target) ? UnknownMembers : 1)
                : excluded < 0 ? members.Count
                : members.Items().Except(index.List(excluded).Items()).Except(index.List(excluded).Items().SelectMany(e => index.Members(e).Items())).Count();
            _types.Add((target, excluded), count);
        }

        return count;
    }
}
