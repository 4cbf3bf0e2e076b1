using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Flow;

/// <summary>Where information can go: a type's writes carry it out, another's reads carry it in. Never changes; any number of threads may ask.</summary>
public sealed class InformationFlow
{
    private readonly KernelPolicy _policy;
    private readonly byte[] _reads;
    private readonly byte[] _writes;
    private readonly HashSet<int> _excluded;
    private readonly int _minimumWeight;

    /// <summary>The flows of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="map">What each permission moves (default: the library's own map).</param>
    /// <param name="minimumWeight">The least weight that counts, from 1 to 10.</param>
    /// <param name="booleans">What the booleans are; if null, each rule counts whatever its condition is.</param>
    /// <param name="exclude">Types that no flow goes through.</param>
    /// <exception cref="SepolException">The policy has no such type.</exception>
    public InformationFlow(KernelPolicy policy, PermissionMap? map = null, int minimumWeight = 3, BooleanStates? booleans = null, IEnumerable<string>? exclude = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumWeight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimumWeight, 10);
        _policy = policy;
        _minimumWeight = minimumWeight;
        _excluded = [.. (exclude ?? []).SelectMany(e => policy.Tables.MembersOf[policy.Tables.Types[e]])];
        var rules = policy.Tables.Rules.Rules;
        _reads = new byte[rules.Length];
        _writes = new byte[rules.Length];
        var weights = Weights(policy, map ?? PermissionMap.Default);
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Kind == RuleKind.Allow && (booleans is null || booleans.Holds(rules[i].Condition)))
            {
                (_reads[i], _writes[i]) = Weight(weights[rules[i].Class], rules[i].Data);
            }
        }
    }

    /// <summary>A shortest path by which information flows from one type to another; null if there is none. The path to itself is empty.</summary>
    /// <exception cref="SepolException">The policy has no such type.</exception>
    public ImmutableArray<FlowStep>? ShortestPath(string source, string target)
    {
        var (from, to) = (Type(source), Type(target));
        if (_excluded.Contains(from) || _excluded.Contains(to))
        {
            return null;
        }

        var reached = new Reached(_policy.Tables);
        reached.Add(from, 0);
        while (reached.Next() is { } type && !reached.Has(to))
        {
            Spread(reached, type);
        }

        if (!reached.Has(to))
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<FlowStep>();
        for (var type = to; type != from; type = reached.Before(type))
        {
            steps.Add(Step(reached.Before(type), type));
        }

        steps.Reverse();
        return steps.ToImmutable();
    }

    /// <summary>The types that information of a type reaches, in any number of steps or in one alone, in order.</summary>
    /// <exception cref="SepolException">The policy has no such type.</exception>
    public ImmutableArray<string> ReachedFrom(string source, bool oneStep = false)
    {
        var from = Type(source);
        var reached = new Reached(_policy.Tables);
        if (!_excluded.Contains(from))
        {
            reached.Add(from, 0);
            while (reached.Next() is { } type)
            {
                Spread(reached, type);
                if (oneStep)
                {
                    break;
                }
            }
        }

        return [.. reached.All.Where(t => t != from).Select(t => _policy.Tables.Types[t]).Order(StringComparer.Ordinal)];
    }

    private int Type(string name) => _policy.Tables.Types[name] is var type && _policy.Tables.TypeParts[type] is { IsAttribute: false } ? type : throw new SepolException($"'{name}' is an attribute; information flows between types.");

    // The rules of an attribute say the same for each of its members: they are followed for the first that comes.
    private void Spread(Reached reached, int type)
    {
        var tables = _policy.Tables;
        Follow(type);
        foreach (var attribute in tables.AttributesOf[type])
        {
            Follow(attribute);
        }

        void Follow(int name)
        {
            if (!reached.Follow(name))
            {
                return;
            }

            var rules = tables.Rules.From(name);
            var first = tables.Rules.IndexOf(name);
            for (var i = 0; i < rules.Length; i++)
            {
                if (_writes[first + i] >= _minimumWeight)
                {
                    reached.AddMembers(rules[i].Target, type, _excluded);
                }
            }

            foreach (var i in tables.Rules.To(name))
            {
                if (_reads[i] >= _minimumWeight)
                {
                    reached.AddMembers(tables.Rules.Rules[i].Source, type, _excluded);
                }
            }
        }
    }

    private FlowStep Step(int source, int target)
    {
        var found = new List<(int Index, int Weight)>();
        Collect(source, target, _writes);
        Collect(target, source, _reads);
        var rules = _policy.Tables.Rules.Rules;
        return new(
            _policy.Tables.Types[source],
            _policy.Tables.Types[target],
            found.Max(f => f.Weight),
            [.. found.OrderByDescending(f => f.Weight).Select(f => PolicyRule.Of(_policy, rules[f.Index])).Distinct()]);

        void Collect(int subject, int @object, byte[] weights)
        {
            var tables = _policy.Tables;
            foreach (var name in tables.AttributesOf[subject].Prepend(subject))
            {
                var first = tables.Rules.IndexOf(name);
                var own = tables.Rules.From(name);
                for (var i = 0; i < own.Length; i++)
                {
                    if (weights[first + i] >= _minimumWeight && (own[i].Target == @object || Array.BinarySearch(tables.AttributesOf[@object], own[i].Target) >= 0))
                    {
                        found.Add((first + i, weights[first + i]));
                    }
                }
            }
        }
    }

    private static (byte Read, byte Write)[][] Weights(KernelPolicy policy, PermissionMap map)
    {
        var weights = new (byte, byte)[policy.Tables.Classes.Count + 1][];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = policy.Tables.ClassParts[i] is { } part ? [.. part.Permissions.Select(p => p is null ? default : Of(map[part.Name, p]))] : [];
        }

        return weights;

        static (byte, byte) Of((FlowDirection Direction, int Weight) entry) =>
            ((byte)(entry.Direction.HasFlag(FlowDirection.Read) ? entry.Weight : 0), (byte)(entry.Direction.HasFlag(FlowDirection.Write) ? entry.Weight : 0));
    }

    private static (byte Read, byte Write) Weight((byte Read, byte Write)[] weights, uint permissions)
    {
        byte read = 0, write = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if ((permissions >> i & 1) != 0)
            {
                read = Math.Max(read, weights[i].Read);
                write = Math.Max(write, weights[i].Write);
            }
        }

        return (read, write);
    }
}
