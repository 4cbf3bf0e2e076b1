namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// The regular expressions of <c>regexp</c>: those of Emacs, with <c>\(</c> <c>\)</c> <c>\|</c> for groups and choices and <c>\w</c> for
/// word characters. All ways are followed at once, so that time is the product of text and pattern; of matches that start first the
/// longest wins. References back (<c>\1</c> in a pattern) are refused: they cannot be found in such a time.
/// </summary>
internal sealed class M4Pattern
{
    private const int MaxPatternLength = 1_000;
    private const int MaxNesting = 100;
    private readonly List<Instruction> _program = [];
    private readonly string _text;
    private int _at;
    private int _groups = 1;
    private int _depth;
    private string? _problem;

    private M4Pattern(string text) => _text = text;

    private enum Operation
    {
        Character,
        Set,
        Any,
        Split,
        Jump,
        Save,
        LineStart,
        LineEnd,
        TextStart,
        TextEnd,
        WordEdge,
        NoWordEdge,
        WordStart,
        WordEnd,
        Match,
    }

    /// <summary>How much work a character is.</summary>
    public int Size => _program.Count;

    /// <summary>Reads a pattern.</summary>
    public static M4Pattern? TryRead(string text, out string? problem)
    {
        if (text.Length > MaxPatternLength)
        {
            problem = $"it is longer than {MaxPatternLength} characters";
            return null;
        }

        var pattern = new M4Pattern(text);
        pattern.Add(Operation.Save, 0);
        pattern.ReadChoices();
        if (pattern._at < text.Length)
        {
            pattern._problem ??= "a group is closed that is not open";
        }

        pattern.Add(Operation.Save, 1);
        pattern.Add(Operation.Match);
        problem = pattern._problem;
        return problem is null ? pattern : null;
    }

    /// <summary>Finds the first match from an index on: where it and its groups start and end, or nothing.</summary>
    public int[]? Find(string text, int from)
    {
        var (now, next) = (new Threads(_program.Count), new Threads(_program.Count));
        int[]? best = null;
        for (var at = from; at <= text.Length; at++)
        {
            if (best is null)
            {
                var start = new int[_groups * 2];
                start.AsSpan().Fill(-1);
                Follow(now, 0, start, text, at);
            }

            if (now.Count == 0 && best is not null)
            {
                break;
            }

            for (var i = 0; i < now.Count; i++)
            {
                var (index, groups) = now[i];
                var instruction = _program[index];
                if (instruction.Operation == Operation.Match)
                {
                    if (best is null || groups[0] < best[0] || (groups[0] == best[0] && groups[1] > best[1]))
                    {
                        best = groups;
                    }
                }
                else if (at < text.Length && Takes(instruction, text[at]))
                {
                    Follow(next, index + 1, groups, text, at + 1);
                }
            }

            (now, next) = (next, now);
            next.Clear();
        }

        return best;
    }

    private static bool IsWord(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static bool Takes(Instruction instruction, char character) => instruction.Operation switch
    {
        Operation.Character => character == instruction.Value,
        Operation.Any => character != '\n',
        Operation.Set => instruction.Set!(character),
        _ => false,
    };

    private static bool Holds(Operation operation, string text, int at)
    {
        var before = at > 0 && IsWord(text[at - 1]);
        var after = at < text.Length && IsWord(text[at]);
        return operation switch
        {
            Operation.LineStart => at == 0 || text[at - 1] == '\n',
            Operation.LineEnd => at == text.Length || text[at] == '\n',
            Operation.TextStart => at == 0,
            Operation.TextEnd => at == text.Length,
            Operation.WordEdge => before != after,
            Operation.NoWordEdge => before == after,
            Operation.WordStart => !before && after,
            _ => before && !after,
        };
    }

    /// <summary>Adds a thread and all that it leads to without a character; the first that arrives keeps its groups.</summary>
    private void Follow(Threads threads, int index, int[] groups, string text, int at)
    {
        var waiting = new Stack<(int Index, int[] Groups)>();
        waiting.Push((index, groups));
        while (waiting.Count > 0)
        {
            (index, groups) = waiting.Pop();
            if (!threads.Visit(index))
            {
                continue;
            }

            var instruction = _program[index];
            switch (instruction.Operation)
            {
                case Operation.Jump:
                    waiting.Push((instruction.Value, groups));
                    break;
                case Operation.Split:
                    waiting.Push((instruction.Other, groups));
                    waiting.Push((instruction.Value, groups));
                    break;
                case Operation.Save:
                    var saved = (int[])groups.Clone();
                    saved[instruction.Value] = at;
                    waiting.Push((index + 1, saved));
                    break;
                case Operation.Character or Operation.Set or Operation.Any or Operation.Match:
                    threads.Add(index, groups);
                    break;
                default:
                    if (Holds(instruction.Operation, text, at))
                    {
                        waiting.Push((index + 1, groups));
                    }

                    break;
            }
        }
    }

    private void ReadChoices()
    {
        if (++_depth > MaxNesting)
        {
            _problem ??= "groups are nested too deeply";
            _at = _text.Length;
            return;
        }

        var start = _program.Count;
        ReadSequence();
        if (Accept("\\|"))
        {
            Insert(start, new Instruction(Operation.Split, start + 1, _program.Count + 2));
            var jump = Add(Operation.Jump);
            ReadChoices();
            _depth--;
            _program[jump] = new Instruction(Operation.Jump, _program.Count);
            return;
        }

        _depth--;
    }

    private void ReadSequence()
    {
        var first = true;
        while (_at < _text.Length && !Follows("\\|") && !Follows("\\)"))
        {
            var start = _program.Count;
            var atom = ReadAtom(first);
            while (atom && _at < _text.Length && _text[_at] is '*' or '+' or '?')
            {
                Repeat(start, _text[_at++]);
            }

            first = first && !atom;
        }
    }

    private void Repeat(int start, char how)
    {
        switch (how)
        {
            case '+':
                Add(Operation.Split, start, _program.Count + 1);
                break;
            case '?':
                Insert(start, new Instruction(Operation.Split, start + 1, _program.Count + 1));
                break;
            default:
                Insert(start, new Instruction(Operation.Split, start + 1, _program.Count + 2));
                Add(Operation.Jump, start);
                break;
        }
    }

    /// <summary>Reads one thing; returns whether it may be repeated.</summary>
    private bool ReadAtom(bool first)
    {
        var character = _text[_at++];
        switch (character)
        {
            case '.':
                Add(Operation.Any);
                return true;
            case '[':
                ReadSet();
                return true;
            case '^' when first:
                Add(Operation.LineStart);
                return false;
            case '$' when _at == _text.Length || Follows("\\)") || Follows("\\|"):
                Add(Operation.LineEnd);
                return false;
            case '\\':
                return ReadEscape();
            default:
                Add(Operation.Character, character);
                return true;
        }
    }

    private bool ReadEscape()
    {
        if (_at == _text.Length)
        {
            _problem ??= "it ends in a backslash";
            return false;
        }

        var character = _text[_at++];
        switch (character)
        {
            case '(':
                var group = _groups++;
                Add(Operation.Save, group * 2);
                ReadChoices();
                Add(Operation.Save, (group * 2) + 1);
                if (!Accept("\\)"))
                {
                    _problem ??= "a group is not closed";
                }

                return true;
            case 'w':
                _program.Add(new Instruction(Operation.Set) { Set = IsWord });
                return true;
            case 'W':
                _program.Add(new Instruction(Operation.Set) { Set = c => !IsWord(c) });
                return true;
            case '`':
                Add(Operation.TextStart);
                return false;
            case '\'':
                Add(Operation.TextEnd);
                return false;
            case 'b':
                Add(Operation.WordEdge);
                return false;
            case 'B':
                Add(Operation.NoWordEdge);
                return false;
            case '<':
                Add(Operation.WordStart);
                return false;
            case '>':
                Add(Operation.WordEnd);
                return false;
            case >= '1' and <= '9':
                _problem ??= "it refers back to a group";
                return false;
            default:
                Add(Operation.Character, character);
                return true;
        }
    }

    private void ReadSet()
    {
        var start = _at;
        var negated = _at < _text.Length && _text[_at] == '^';
        _at += negated ? 1 : 0;
        var ranges = new List<(char Low, char High)>();
        for (var first = true; _at < _text.Length && (first || _text[_at] != ']'); first = false)
        {
            if (_text[_at] == '[' && _at + 1 < _text.Length && _text[_at + 1] is ':' or '.' or '=')
            {
                _problem ??= "named sets of characters are not read";
            }

            var low = _text[_at++];
            var high = low;
            if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                high = _text[_at + 1];
                _at += 2;
            }

            ranges.Add((low, high));
        }

        if (_at >= _text.Length)
        {
            _at = start;
            _problem ??= "a set of characters is not closed";
            _at = _text.Length;
            return;
        }

        _at++;
        _program.Add(new Instruction(Operation.Set) { Set = c => ranges.Exists(r => r.Low <= c && c <= r.High) != negated });
    }

    private int Add(Operation operation, int value = 0, int other = 0)
    {
        _program.Add(new Instruction(operation, value, other));
        return _program.Count - 1;
    }

    private void Insert(int index, Instruction instruction)
    {
        _program.Insert(index, instruction);
        for (var i = index + 1; i < _program.Count; i++)
        {
            if (_program[i].Operation is Operation.Jump or Operation.Split)
            {
                var moved = _program[i];
                _program[i] = moved with { Value = moved.Value >= index ? moved.Value + 1 : moved.Value, Other = moved.Other >= index ? moved.Other + 1 : moved.Other };
            }
        }
    }

    private bool Follows(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private bool Accept(string text)
    {
        if (!Follows(text))
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    private readonly record struct Instruction(Operation Operation, int Value = 0, int Other = 0)
    {
        public Func<char, bool>? Set { get; init; }
    }

    private sealed class Threads(int size)
    {
        private readonly List<(int Index, int[] Groups)> _items = [];
        private readonly bool[] _visited = new bool[size];

        public int Count => _items.Count;

        public (int Index, int[] Groups) this[int index] => _items[index];

        public void Add(int index, int[] groups) => _items.Add((index, groups));

        public bool Visit(int index) => !_visited[index] && (_visited[index] = true);

        public void Clear()
        {
            _items.Clear();
            Array.Clear(_visited, 0, _visited.Length);
        }
    }
}
