using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>A pattern as a nondeterministic automaton over bytes: it matches in time linear in the path, whatever the pattern.</summary>
internal sealed class PathAutomaton
{
    /// <summary>To the shape of a path every byte but slash and dot is the same.</summary>
    private static readonly ByteSet[] Alike = [ByteSet.Of('/'), ByteSet.Of('.'), ~(ByteSet.Of('/') | ByteSet.Of('.'))];

    private readonly List<State> _states = [new(default, -1, -1)];
    private readonly int _start;
    private byte[]? _somePath;

    public PathAutomaton(PathSequence pattern)
    {
        int next = Accepting, firstEnd = PathText.FirstComponentEnd(pattern.Nodes);
        for (int i = pattern.Nodes.Length - 1; i >= 0; i--)
        {
            next = Build(pattern.Nodes[i], next);
            if (i == firstEnd && pattern.Nodes[i] is PathRepeat { Minimum: 0 })
            {
                next = AtSlash(next);
            }
        }

        _start = next;
    }

    /// <summary>State 0 accepts. A state with an empty set goes on to both others without reading.</summary>
    private readonly record struct State(ByteSet Set, int First, int Second);

    /// <summary>The state that accepts.</summary>
    public const int Accepting = 0;

    /// <summary>How many states it has.</summary>
    public int Size => _states.Count;

    /// <summary>What its states read.</summary>
    public IEnumerable<ByteSet> Sets => _states.Select(s => s.Set).Where(set => !set.IsEmpty);

    /// <summary>The states that it begins in: those that read, and the one that accepts.</summary>
    public IReadOnlyList<int> Start() => Closed([_start]);

    /// <summary>Whether a state reads a byte.</summary>
    public bool Reads(int state, byte value) => _states[state].Set.Contains(value);

    /// <summary>The states that it is in after one more byte.</summary>
    public IReadOnlyList<int> After(IEnumerable<int> states, byte value) => Closed(states.Where(s => Reads(s, value)).Select(s => _states[s].First));

    /// <summary>Whether the whole path matches.</summary>
    public bool Matches(string path) => Matches(Encoding.UTF8.GetBytes(path));

    /// <summary>Whether the whole path matches.</summary>
    public bool Matches(byte[] path) => Read(path).Contains(Accepting);

    /// <summary>Whether some path that begins so may match.</summary>
    public bool CanBegin(string path) => Read(Encoding.UTF8.GetBytes(path)).Members.Count > 0;

    private StateSet Read(byte[] path)
    {
        var current = new StateSet(_states.Count);
        var next = new StateSet(_states.Count);
        Enter(current, _start);
        foreach (byte value in path)
        {
            next.Clear();
            foreach (int state in current.Members)
            {
                if (_states[state].Set.Contains(value))
                {
                    Enter(next, _states[state].First);
                }
            }

            (current, next) = (next, current);
        }

        return current;
    }

    /// <summary>A shortest path that matches and that a lookup can ask for: absolute, without empty, <c>.</c> or <c>..</c> components, and without a slash at its end. Null if there is none.</summary>
    public byte[]? SomePath() => (_somePath ??= FindSomePath()) is { Length: > 0 } found ? found : null;

    private byte[] FindSomePath()
    {
        var seen = new bool[_states.Count, (int)PathShape.Impossible];
        var reached = new List<(int State, PathShape Part, int From, byte Read)>();
        Reach(_start, PathShape.Nothing, from: -1, read: 0);
        for (int i = 0; i < reached.Count; i++)
        {
            (int index, PathShape part, _, _) = reached[i];
            if (index == Accepting)
            {
                if (part.IsWhole())
                {
                    return [.. WayTo(i).Reverse()];
                }

                continue;
            }

            foreach (ByteSet alike in Alike)
            {
                if ((_states[index].Set & alike).First is { } value)
                {
                    Reach(_states[index].First, part.After((char)value), i, (byte)value);
                }
            }
        }

        return [];

        void Reach(int state, PathShape part, int from, byte read)
        {
            if (part == PathShape.Impossible)
            {
                return;
            }

            foreach (int closed in Closed([state]))
            {
                if (!seen[closed, (int)part])
                {
                    seen[closed, (int)part] = true;
                    reached.Add((closed, part, from, read));
                }
            }
        }

        IEnumerable<byte> WayTo(int i)
        {
            for (; reached[i].From >= 0; i = reached[i].From)
            {
                yield return reached[i].Read;
            }
        }
    }

    /// <summary>
    /// What a state matches if a slash comes first. libselinux looks for a first component of literal characters in the path before it tries the pattern (<c>get_stem_from_spec</c>), so <c>/run/*.x</c>
    /// matches in <c>/run</c> alone, though its slash may be missing.
    /// </summary>
    private int AtSlash(int state)
    {
        int start = Add(default, -1);
        foreach (int closed in Closed([state]).Where(closed => Reads(closed, (byte)'/')))
        {
            start = Add(default, Add(ByteSet.Of('/'), _states[closed].First), start);
        }

        return start;
    }

    private int Build(PathNode node, int next)
    {
        switch (node)
        {
            case PathCharacter character:
                return Add(ByteSet.Of(character.Value), next);
            case PathAny:
                return Add(ByteSet.All, next);
            case PathClass @class:
                return Add(@class.Set, next);
            case PathTemplate template:
                return BuildTemplate(template, next);
            case PathGroup group:
                return BuildAlternatives(group.Alternatives, next);
            case PathSequence sequence:
                for (int i = sequence.Nodes.Length - 1; i >= 0; i--)
                {
                    next = Build(sequence.Nodes[i], next);
                }

                return next;
            default:
                return BuildRepeat((PathRepeat)node, next);
        }
    }

    private int BuildAlternatives(ImmutableArray<PathSequence> alternatives, int next)
    {
        int start = -1;
        foreach (PathSequence alternative in alternatives)
        {
            int branch = Build(alternative, next);
            start = start < 0 ? branch : Add(default, start, branch);
        }

        return start;
    }

    private int BuildRepeat(PathRepeat repeat, int next)
    {
        int start = next;
        if (repeat.Maximum is { } maximum)
        {
            for (int i = repeat.Minimum; i < maximum; i++)
            {
                start = Add(default, Build(repeat.Operand, start), next);
            }
        }
        else
        {
            start = Add(default, -1, next);
            _states[start] = new(default, Build(repeat.Operand, start), next);
        }

        for (int i = 0; i < repeat.Minimum; i++)
        {
            start = Build(repeat.Operand, start);
        }

        return start;
    }

    private int BuildTemplate(PathTemplate template, int next)
    {
        if (template.Name != PathTemplate.HomeRoot)
        {
            ByteSet set = template.Name == PathTemplate.UserId ? ByteSet.Digits : ByteSet.NotSlash;
            int loop = Add(default, -1, next);
            next = Add(set, loop);
            _states[loop] = new(default, next, _states[loop].Second);
        }

        if (!template.IsHome)
        {
            return next;
        }

        string root = template.Name == PathTemplate.HomeRoot ? "/home" : "/home/";
        for (int i = root.Length - 1; i >= 0; i--)
        {
            next = Add(ByteSet.Of(root[i]), next);
        }

        return next;
    }

    private List<int> Closed(IEnumerable<int> states)
    {
        var set = new StateSet(_states.Count);
        foreach (int state in states)
        {
            Enter(set, state);
        }

        return set.Members.FindAll(s => s == Accepting || !_states[s].Set.IsEmpty);
    }

    private int Add(ByteSet set, int first, int second = -1)
    {
        _states.Add(new(set, first, second));
        return _states.Count - 1;
    }

    private void Enter(StateSet set, int state)
    {
        var open = new Stack<int>();
        open.Push(state);
        while (open.Count > 0)
        {
            int index = open.Pop();
            if (index < 0 || !set.Add(index) || index == 0 || !_states[index].Set.IsEmpty)
            {
                continue;
            }

            open.Push(_states[index].Second);
            open.Push(_states[index].First);
        }
    }

    private sealed class StateSet(int size)
    {
        private readonly bool[] _contains = new bool[size];

        public List<int> Members { get; } = [];

        public bool Contains(int state) => _contains[state];

        public bool Add(int state)
        {
            if (_contains[state])
            {
                return false;
            }

            _contains[state] = true;
            Members.Add(state);
            return true;
        }

        public void Clear()
        {
            foreach (int state in Members)
            {
                _contains[state] = false;
            }

            Members.Clear();
        }
    }
}
