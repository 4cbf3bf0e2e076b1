using System.Collections.Concurrent;
using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>
/// How domains become others. By an executable: the source may change into the target (<c>process transition</c>), may execute a file that is an
/// entrypoint of the target, and there is a <c>type_transition</c>, or the source may ask for it (<c>setexec</c>). Or without one: <c>process dyntransition</c>
/// and <c>setcurrent</c>. Constraints are not looked at. Any number of threads may ask.
/// </summary>
public sealed class DomainTransitions
{
    // Debian's whole policy has 12,000.
    private const int MaxKept = 300_000;
    private const int MaxFollowed = 2_000_000;

    private readonly KernelPolicy _policy;
    private readonly BooleanStates? _booleans;
    private readonly ConcurrentDictionary<int, ImmutableArray<DomainTransition>> _known = new();
    private readonly ConcurrentDictionary<int, HashSet<int>> _entrypoints = new();
    private readonly int _process;
    private readonly int _file;
    private int _kept;

    /// <summary>The transitions of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="booleans">What the booleans are; if null, each rule counts whatever its condition is.</param>
    public DomainTransitions(KernelPolicy policy, BooleanStates? booleans = null)
    {
        _policy = policy;
        _booleans = booleans;
        _process = policy.Tables.Classes.Find("process");
        _file = policy.Tables.Classes.Find("file");
    }

    /// <summary>The transitions out of a domain, by the name of the target.</summary>
    /// <exception cref="SepolException">The policy has no such type.</exception>
    public ImmutableArray<DomainTransition> From(string domain) => From(_policy.TypeNumber(domain));

    /// <summary>All paths from one domain to another that pass no domain twice, of at most some steps, the shortest first.</summary>
    /// <exception cref="SepolException">The policy has no such type, or very many steps were followed, which is noticed while paths are taken.</exception>
    public IEnumerable<ImmutableArray<DomainTransition>> Paths(string source, string target, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var (from, to) = (_policy.TypeNumber(source), _policy.TypeNumber(target));
        var followed = 0;
        return Enumerable.Range(1, longest).SelectMany(length => PathsOf(from, to, length, [], () => ++followed <= MaxFollowed));
    }

    /// <summary>A shortest path from one domain to another; null if there is none. The path to itself is empty.</summary>
    /// <exception cref="SepolException">The policy has no such type.</exception>
    public ImmutableArray<DomainTransition>? ShortestPath(string source, string target)
    {
        _ = _policy.TypeNumber(target);
        var before = new Dictionary<string, DomainTransition?>(StringComparer.Ordinal) { [source] = null };
        var open = new Queue<string>([source]);
        while (open.TryDequeue(out var domain) && !before.ContainsKey(target))
        {
            foreach (var step in From(domain))
            {
                if (before.TryAdd(step.Target, step))
                {
                    open.Enqueue(step.Target);
                }
            }
        }

        if (!before.TryGetValue(target, out var last))
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<DomainTransition>();
        for (; last is not null; last = before[last.Source])
        {
            steps.Add(last);
        }

        steps.Reverse();
        return steps.ToImmutable();
    }

    private IEnumerable<ImmutableArray<DomainTransition>> PathsOf(int source, int target, int length, ImmutableArray<DomainTransition> begun, Func<bool> mayFollow)
    {
        foreach (var step in From(source))
        {
            if (!mayFollow())
            {
                throw new SepolException($"More than {MaxFollowed:N0} steps were followed. Ask for paths of fewer steps.");
            }

            var next = _policy.Tables.Types[step.Target];
            if (next == target)
            {
                if (length == 1)
                {
                    yield return begun.Add(step);
                }
            }
            else if (length > 1 && !begun.Any(b => b.Source == step.Target) && step.Source != step.Target)
            {
                foreach (var path in PathsOf(next, target, length - 1, begun.Add(step), mayFollow))
                {
                    yield return path;
                }
            }
        }
    }

    private ImmutableArray<DomainTransition> From(int source) => _known.GetOrAdd(source, Find);

    private ImmutableArray<DomainTransition> Find(int source)
    {
        if (_process == 0 || _file == 0)
        {
            return [];
        }

        var tables = _policy.Tables;
        var (transition, dynamic) = (_policy.FindBit(_process, "transition"), _policy.FindBit(_process, "dyntransition"));
        var asks = Has(source, source, _policy.FindBit(_process, "setexec"));
        var executes = Targets(source, _file, _policy.FindBit(_file, "execute"));
        var found = new List<DomainTransition>();
        foreach (var target in Targets(source, _process, transition | dynamic))
        {
            if (target == source)
            {
                continue;
            }

            ImmutableArray<DomainEntrypoint> entrypoints = Has(source, target, transition)
                ? [.. Entrypoints(target).Where(executes.Contains).Select(e => Entrypoint(source, target, e)).Where(e => e.IsAutomatic || asks).OrderBy(e => e.Executable, StringComparer.Ordinal)]
                : [];
            var isDynamic = Has(source, target, dynamic) && Has(source, source, _policy.FindBit(_process, "setcurrent"));
            if (isDynamic || !entrypoints.IsEmpty)
            {
                if (Interlocked.Add(ref _kept, entrypoints.Length + 1) > MaxKept)
                {
                    throw new SepolException($"The domains of the policy become others in more than {MaxKept:N0} ways, too many to follow.");
                }

                found.Add(new(tables.Types[source], tables.Types[target], entrypoints, isDynamic, Rules(source, target, _process, transition | dynamic)));
            }
        }

        return [.. found.OrderBy(t => t.Target, StringComparer.Ordinal)];
    }

    private HashSet<int> Entrypoints(int domain) => _entrypoints.GetOrAdd(domain, d => Targets(d, _file, _policy.FindBit(_file, "entrypoint")));

    private DomainEntrypoint Entrypoint(int source, int target, int executable)
    {
        var transition = _policy.Between(source, executable, _process).FindAll(r => r.Kind == RuleKind.TypeTransition && r.Data == (uint)target && Counts(r));
        return new(
            _policy.Tables.Types[executable],
            transition.Count > 0,
            [
                .. Rules(source, executable, _file, _policy.FindBit(_file, "execute")),
                .. Rules(target, executable, _file, _policy.FindBit(_file, "entrypoint")),
                .. transition.Select(r => PolicyRule.Of(_policy, r)),
            ]);
    }

    private bool Counts(AvtabRule rule) => _booleans is null || _booleans.Holds(rule.Condition);

    private bool Has(int source, int target, uint bits) => _policy.Between(source, target, _process).Exists(r => r.Kind == RuleKind.Allow && (r.Data & bits) != 0 && Counts(r));

    private ImmutableArray<PolicyRule> Rules(int source, int target, int @class, uint bits) =>
        [.. _policy.Between(source, target, @class).Where(r => r.Kind == RuleKind.Allow && (r.Data & bits) != 0 && Counts(r)).Select(r => PolicyRule.Of(_policy, r))];

    /// <summary>The types on which a type has one of some permissions of a class.</summary>
    private HashSet<int> Targets(int source, int @class, uint bits)
    {
        var targets = new HashSet<int>();
        foreach (var name in _policy.Tables.AttributesOf[source].Prepend(source))
        {
            foreach (var rule in _policy.Tables.Rules.From(name))
            {
                if (rule.Class == @class && rule.Kind == RuleKind.Allow && (rule.Data & bits) != 0 && Counts(rule))
                {
                    targets.UnionWith(_policy.Tables.MembersOf[rule.Target]);
                }
            }
        }

        return targets;
    }
}
