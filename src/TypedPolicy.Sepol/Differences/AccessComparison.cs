using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// Access, type by type. Rules name attributes with thousands of members, so they are written out only where they may differ: a type whose rules
/// amount to the same sets of targets in both policies is passed over, except for targets that one policy has alone.
/// </summary>
internal sealed class AccessComparison(SharedNames names)
{
    private readonly string[] _types = names.TypeNames();
    private readonly string[] _classes = names.ClassNames();
    private readonly bool[] _common = [.. Enumerable.Range(0, names.TypeCount).Select(t => names.Before.Values.ContainsKey(t) && names.After.Values.ContainsKey(t))];
    private readonly Dictionary<NumberSet, int> _sets = [];
    private readonly Dictionary<NumberSet, int> _anyOf = [];

    public ImmutableArray<AccessChange> Compare()
    {
        var before = new Rows(this, names.Before);
        var after = new Rows(this, names.After);
        var changes = new List<AccessChange>();
        for (var type = 0; type < names.TypeCount; type++)
        {
            var all = !_common[type] || !before.Signature(type).SequenceEqual(after.Signature(type));
            Compare(type, before.Of(type, withCommon: all), after.Of(type, withCommon: all), changes);
        }

        return
        [
            .. changes.OrderBy(c => c.Source, StringComparer.Ordinal).ThenBy(c => c.Target, StringComparer.Ordinal).ThenBy(c => c.Class, StringComparer.Ordinal)
                .ThenBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Condition, StringComparer.Ordinal),
        ];
    }

    private void Compare(int source, Dictionary<Key, ulong> before, Dictionary<Key, ulong> after, List<AccessChange> changes)
    {
        foreach (var (key, now) in after)
        {
            var then = before.GetValueOrDefault(key);
            if (now != then)
            {
                changes.Add(Change(source, key, then, now));
            }
        }

        foreach (var (key, then) in before)
        {
            if (!after.ContainsKey(key))
            {
                changes.Add(Change(source, key, then, 0));
            }
        }
    }

    private int AnyOf(ImmutableArray<int> conditions)
    {
        if (conditions.Contains(ConditionFunctions.Always) || conditions.Length == 1)
        {
            return conditions.Contains(ConditionFunctions.Always) ? ConditionFunctions.Always : conditions[0];
        }

        var set = new NumberSet(conditions);
        return _anyOf.TryGetValue(set, out var known) ? known : _anyOf[set] = names.Conditions.Any(conditions);
    }

    private AccessChange Change(int source, Key key, ulong before, ulong after) => new(
        key.Kind switch { RuleKind.Allow => "allow", RuleKind.AuditAllow => "auditallow", _ => "dontaudit" },
        _types[source],
        _types[key.Target],
        _classes[key.Class],
        names.Conditions.Text(key.Condition),
        [.. names.Permissions(key.Class, after & ~before)],
        [.. names.Permissions(key.Class, before & ~after)],
        before == 0,
        after == 0);

    private readonly record struct Key(int Target, int Class, RuleKind Kind, int Condition);

    /// <summary>A set of targets or of conditions, by its members in order.</summary>
    private readonly record struct NumberSet(ImmutableArray<int> Members)
    {
        public bool Equals(NumberSet other) => Members.AsSpan().SequenceEqual(other.Members.AsSpan());

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(Members.AsSpan()));
            return hash.ToHashCode();
        }
    }

    /// <summary>The rules of one policy, by the type that acts.</summary>
    private sealed class Rows
    {
        private readonly AccessComparison _comparison;
        private readonly SharedNames.Side _side;
        private readonly int[] _setOf;
        private readonly int[][] _alone;

        public Rows(AccessComparison comparison, SharedNames.Side side)
        {
            (_comparison, _side) = (comparison, side);
            _setOf = new int[side.Tables.Types.Count + 1];
            _alone = new int[side.Tables.Types.Count + 1][];
            for (var name = 1; name <= side.Tables.Types.Count; name++)
            {
                var members = side.Tables.MembersOf[name].Select(m => side.Types[m]).Where(m => m >= 0).ToList();
                var set = new NumberSet([.. members.Where(m => comparison._common[m]).Order()]);
                _setOf[name] = comparison._sets.TryGetValue(set, out var known) ? known : comparison._sets[set] = comparison._sets.Count;
                _alone[name] = [.. members.Where(m => !comparison._common[m])];
            }
        }

        /// <summary>What the rules of a type amount to between types that both policies have, in order; equal signatures are equal access.</summary>
        public List<(int Set, int Class, RuleKind Kind, int Condition, ulong Permissions)> Signature(int type)
        {
            var merged = new Dictionary<(int, int, RuleKind, int), ulong>();
            foreach (var rule in RulesOf(type))
            {
                ref var permissions = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, (_setOf[rule.Target], _side.Classes[rule.Class], rule.Kind, _side.Condition(rule)), out _);
                permissions |= _side.Permissions(rule);
            }

            return [.. merged.Select(m => (m.Key.Item1, m.Key.Item2, m.Key.Item3, m.Key.Item4, m.Value)).Order()];
        }

        /// <summary>The access of a type, target by target: to all, or only to those that this policy has alone.</summary>
        public Dictionary<Key, ulong> Of(int type, bool withCommon)
        {
            var row = new Dictionary<Key, ulong>();
            foreach (var rule in RulesOf(type))
            {
                var permissions = _side.Permissions(rule);
                if (permissions == 0)
                {
                    continue;
                }

                var (@class, condition) = (_side.Classes[rule.Class], _side.Condition(rule));
                foreach (var target in _alone[rule.Target])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(row, new(target, @class, rule.Kind, condition), out _) |= permissions;
                }

                if (withCommon)
                {
                    foreach (var member in _side.Tables.MembersOf[rule.Target])
                    {
                        if (_side.Types[member] is >= 0 and var target && _comparison._common[target])
                        {
                            CollectionsMarshal.GetValueRefOrAddDefault(row, new(target, @class, rule.Kind, condition), out _) |= permissions;
                        }
                    }
                }
            }

            return ByStates(row);
        }

        // A permission may be given under several conditions, or always and again under one: what counts is in which states of the booleans it is given at all.
        private Dictionary<Key, ulong> ByStates(Dictionary<Key, ulong> row)
        {
            var several = row.Keys.Where(k => k.Condition != ConditionFunctions.Always).Select(k => k with { Condition = 0 }).Distinct()
                .ToDictionary(k => k, _ => new List<(int Condition, ulong Permissions)>());
            if (several.Count == 0)
            {
                return row;
            }

            foreach (var (key, permissions) in row)
            {
                if (several.TryGetValue(key with { Condition = 0 }, out var entries))
                {
                    entries.Add((key.Condition, permissions));
                }
            }

            foreach (var (key, entries) in several.Where(s => s.Value.Count > 1))
            {
                entries.ForEach(e => row.Remove(key with { Condition = e.Condition }));
                for (var left = entries.Aggregate(0UL, (all, e) => all | e.Permissions); left != 0; left &= left - 1)
                {
                    var permission = left & (~left + 1);
                    var condition = _comparison.AnyOf([.. entries.Where(e => (e.Permissions & permission) != 0).Select(e => e.Condition).Order()]);
                    CollectionsMarshal.GetValueRefOrAddDefault(row, key with { Condition = condition }, out _) |= permission;
                }
            }

            return row;
        }

        private IEnumerable<AvtabRule> RulesOf(int type)
        {
            if (!_side.Values.TryGetValue(type, out var value))
            {
                return [];
            }

            var found = new List<AvtabRule>();
            foreach (var name in _side.Tables.AttributesOf[value].Prepend(value))
            {
                foreach (var rule in _side.Tables.Rules.From(name))
                {
                    if ((rule.Kind & RuleKind.Access) != 0 && _side.Condition(rule) != ConditionFunctions.Never)
                    {
                        found.Add(rule);
                    }
                }
            }

            return found;
        }
    }
}
