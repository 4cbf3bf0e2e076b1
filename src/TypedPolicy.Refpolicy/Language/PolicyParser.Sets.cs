using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>Names, sets of names, conditions and levels.</summary>
public sealed partial class PolicyParser
{
    private readonly ImmutableArray<string>.Builder _included = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _excluded = ImmutableArray.CreateBuilder<string>();

    private string Name(string what)
    {
        if (_failed)
        {
            return "";
        }

        if (_tokens.Current.Kind != TokenKind.Name)
        {
            return Fail($"{what} is missing", "");
        }

        var name = _names.At(_tokens.Text, _tokens.Current.Start, _tokens.Current.Length);
        _tokens.Next();
        return name;
    }

    private ImmutableArray<string> NameList(string what)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            names.Add(Name(what));
        }
        while (!_failed && TryMark(','));
        return names.ToImmutable();
    }

    private bool TryMark(char mark)
    {
        if (!_tokens.Is(mark))
        {
            return false;
        }

        _tokens.Next();
        return true;
    }

    /// <summary>A name, <c>{ a b -c }</c>, <c>a -b</c>, <c>*</c>, <c>~a</c> or <c>~{ a b }</c>.</summary>
    private NameSet Set(string what)
    {
        if (_failed)
        {
            return NameSet.Empty;
        }

        if (TryMark('*'))
        {
            return new NameSet([], [], NameSetKind.All);
        }

        var complement = TryMark('~');
        if (!complement && _tokens.Is('{') && SetReadBefore() is { } known)
        {
            return known;
        }

        var first = _tokens.Current;
        _included.Clear();
        _excluded.Clear();
        if (_tokens.Is('{'))
        {
            ReadSet(what, 0);
            if (!_failed && !complement && _included.Count == 1 && _included[0] == "*" && _excluded.Count == 0)
            {
                return new NameSet([], [], NameSetKind.All);
            }

            if (!_failed && _included.Contains("*"))
            {
                // No compiler of policies takes it so; what is meant is the set without it, or * alone.
                Fail("'*' means everything and must be alone: a set cannot combine it with other names, or exclude names from it", 0);
            }
        }
        else
        {
            _included.Add(Name(what));
            if (!_failed && !complement && TryMark('-'))
            {
                _excluded.Add(Name(what));
            }
            else if (!_failed && !complement)
            {
                return _names.AloneAt(_tokens.Text, first.Start, first.Length);
            }
        }

        if (_failed)
        {
            return NameSet.Empty;
        }

        var set = new NameSet(_included.ToImmutable(), _excluded.ToImmutable(), complement ? NameSetKind.Complement : NameSetKind.Listed);
        if (!complement && _tokens.Text[first.Start] == '{' && _tokens.PreviousEnd == EndOfSet(first.Start))
        {
            _names.Keep(_tokens.Text, first.Start, _tokens.PreviousEnd - first.Start, set);
        }

        return set;
    }

    /// <summary>The set that begins here, where the same text was one before. In a source, its comments must be read again.</summary>
    private NameSet? SetReadBefore()
    {
        var start = _tokens.Current.Start;
        var end = EndOfSet(start);
        var known = end < 0 || _comments is not null ? null : _names.SetAt(_tokens.Text, start, end - start);
        if (known is not null)
        {
            _tokens.MoveTo(end);
        }

        return known;
    }

    /// <summary>Where a set ends that has no other sets in it; -1 where it is too long to be kept.</summary>
    private int EndOfSet(int start) => _tokens.Text.IndexOf('}', start, Math.Min(NameTable.MaxSetLength, _tokens.Limit - start)) + 1 is > 0 and var end ? end : -1;

    private void ReadSet(string what, int depth)
    {
        if (depth >= MaxDepth)
        {
            Fail($"sets are nested more than {MaxDepth} deep", 0);
            return;
        }

        _tokens.Next();
        while (!_failed && !_tokens.Is('}'))
        {
            if (_tokens.Is('{'))
            {
                ReadSet(what, depth + 1);
            }
            else if (TryMark('-'))
            {
                _excluded.Add(Name(what));
            }
            else if (TryMark('*'))
            {
                _included.Add("*");
            }
            else
            {
                _included.Add(Name(what));
            }
        }

        if (!_failed)
        {
            _tokens.Next();
            if (depth == 0 && _included.Count == 0)
            {
                Fail($"a set names nothing: {what} is missing", 0);
            }
        }
    }

    private Condition? ParseParenthesizedCondition()
    {
        if (!Expect('('))
        {
            return null;
        }

        var condition = ParseCondition(0, 0);
        Expect(')');
        return _failed ? null : condition;
    }

    // checkpolicy's precedence: || ^ && ! == and !=, the last two binding tightest.
    private Condition? ParseCondition(int level, int depth)
    {
        if (depth >= MaxDepth)
        {
            return Fail<Condition?>($"conditions are nested more than {MaxDepth} deep", null);
        }

        if (level == 3)
        {
            return _tokens.Is('!') ? ParseNot(depth) : ParseEquality(depth);
        }

        var left = ParseCondition(level + 1, depth);
        while (left is not null && !_failed && BinaryAt(level) is { } binary)
        {
            _tokens.Next();
            left = ParseCondition(level + 1, depth + 1) is { } right ? new BinaryCondition(binary, left, right) : null;
        }

        return left;
    }

    private Condition? ParseNot(int depth)
    {
        _tokens.Next();
        return ParseCondition(3, depth + 1) is { } operand ? new NotCondition(operand) : null;
    }

    private Condition? ParseEquality(int depth)
    {
        var left = ParsePrimary(depth);
        while (left is not null && (_tokens.Is("==") || _tokens.Is("!=")))
        {
            var binary = _tokens.Is("==") ? ConditionOperator.Equal : ConditionOperator.NotEqual;
            _tokens.Next();
            left = (_tokens.Is('!') ? ParseNot(depth + 1) : ParsePrimary(depth)) is { } right ? new BinaryCondition(binary, left, right) : null;
        }

        return left;
    }

    private Condition? ParsePrimary(int depth)
    {
        if (_failed)
        {
            return null;
        }

        if (TryMark('('))
        {
            var inner = ParseCondition(0, depth + 1);
            Expect(')');
            return _failed ? null : inner;
        }

        var name = Name("a boolean");
        return _failed ? null : new BooleanCondition(name);
    }

    private ConditionOperator? BinaryAt(int level) => level switch
    {
        0 when _tokens.Is("||") => ConditionOperator.Or,
        1 when _tokens.Is('^') => ConditionOperator.Xor,
        2 when _tokens.Is("&&") => ConditionOperator.And,
        _ => null,
    };

    /// <summary><c>s0</c>, <c>s0:c0.c1023</c>, <c>s0 - s0:c0,c3</c>, without the blanks.</summary>
    private string Range()
    {
        var range = new StringBuilder();
        Level(range);
        if (!_failed && TryMark('-'))
        {
            range.Append('-');
            Level(range);
        }

        return range.ToString();
    }

    private void Level(StringBuilder into)
    {
        into.Append(Name("a level"));
        if (_failed || !TryMark(':'))
        {
            return;
        }

        into.Append(':').Append(Name("a category"));
        while (!_failed && TryMark(','))
        {
            into.Append(',').Append(Name("a category"));
        }
    }
}
