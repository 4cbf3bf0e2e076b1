using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>Escapes and character classes.</summary>
internal sealed partial class PathParser
{
    private static readonly Dictionary<string, (ByteSet Set, string Text)> NamedClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = (ByteSet.Range('0', '9') | ByteSet.Range('A', 'Z') | ByteSet.Range('a', 'z'), "0-9A-Za-z"),
        ["alpha"] = (ByteSet.Range('A', 'Z') | ByteSet.Range('a', 'z'), "A-Za-z"),
        ["digit"] = (ByteSet.Digits, "0-9"),
        ["lower"] = (ByteSet.Range('a', 'z'), "a-z"),
        ["upper"] = (ByteSet.Range('A', 'Z'), "A-Z"),
        ["xdigit"] = (ByteSet.Range('0', '9') | ByteSet.Range('A', 'F') | ByteSet.Range('a', 'f'), "0-9A-Fa-f"),
    };

    private PathNode? ParseEscape()
    {
        int start = _position;
        if (start == _source.Length - 1)
        {
            _failed = true;
            _problems.Add(new(
                PathProblemKind.PatternNeverMatches,
                start,
                1,
                "a backslash at the end escapes the '$' that libselinux adds, so no path matches; remove it, or write '\\\\' for the character",
                ""));
            return null;
        }

        _position += 2;
        char escaped = _source[start + 1];
        switch (escaped)
        {
            case 'd':
                return Shorthand(start, ByteSet.Digits, "[0-9]");
            case 'D':
                return Shorthand(start, ~ByteSet.Digits, "[^0-9]");
            case 'w':
                return Shorthand(start, ByteSet.Word, "[0-9A-Za-z_]");
            case 'W':
                return Shorthand(start, ~ByteSet.Word, "[^0-9A-Za-z_]");
            default:
                return IsAlphanumeric(escaped)
                    ? Fail(start, 2, $"'\\{escaped}' is not in the grammar of file contexts; write the characters that are meant, or '\\\\' for a backslash")
                    : new PathCharacter(start, 2, escaped);
        }
    }

    private PathClass Shorthand(int start, ByteSet set, string text)
    {
        _problems.Add(new(
            PathProblemKind.SuspiciousPattern,
            start,
            2,
            $"'{_source.Substring(start, 2)}' is a shorthand that no base policy uses; write '{text}'",
            text));
        return new(start, 2, set, text);
    }

    private PathClass? ParseClass()
    {
        int start = _position++;
        var text = new StringBuilder("[");
        bool negated = Current == '^';
        if (negated)
        {
            text.Append('^');
            _position++;
        }

        ByteSet set = default;
        int first = _position;
        while (!_failed && (Current != ']' || _position == first))
        {
            if (_position >= _source.Length)
            {
                Fail(start, 1, "this '[' is never closed; add ']', or write '\\[' for the character");
                return null;
            }

            set |= ParseClassItem(text, isFirst: _position == first);
        }

        if (_failed)
        {
            return null;
        }

        _position++;
        return new(start, _position - start, negated ? ~set : set, text.Append(']').ToString());
    }

    private ByteSet ParseClassItem(StringBuilder text, bool isFirst)
    {
        int start = _position;
        if (Current == '[')
        {
            return ParseNamedClass(text);
        }

        if (Current == '-' && !isFirst && Next != ']')
        {
            Fail(start, 1, "a '-' inside a character class must be first or last, or be written '\\-'", "\\-");
            return default;
        }

        if (ReadClassCharacter(text) is not { } low)
        {
            return default;
        }

        PathText.AppendClassCharacter(text, low);
        if (Current != '-' || Next is ']' or '\0')
        {
            return ByteSet.Of(low);
        }

        _position++;
        if (Current == '[' || ReadClassCharacter(text) is not { } high || high < low)
        {
            Fail(start, Math.Max(1, _position - start), "this range of characters does not ascend; swap its ends, or write '\\-' for the character");
            return default;
        }

        PathText.AppendClassCharacter(text.Append('-'), high);
        return ByteSet.Range(low, high);
    }

    private char? ReadClassCharacter(StringBuilder text)
    {
        int start = _position++;
        char value = _source[start];
        if (value != '\\')
        {
            return value;
        }

        if (_position >= _source.Length)
        {
            Fail(start, 1, "this backslash escapes nothing");
            return null;
        }

        value = _source[_position++];
        if (IsAlphanumeric(value))
        {
            string? instead = value switch { 'd' => "0-9", 'w' => "0-9A-Za-z_", _ => null };
            Fail(start, 2, $"'\\{value}' is not in the grammar of file contexts; write {(instead is null ? "the characters that are meant" : "'" + instead + "'")}", instead);
            return null;
        }

        return value;
    }

    private ByteSet ParseNamedClass(StringBuilder text)
    {
        int start = _position;
        int end = Next == ':' ? _source.IndexOf(":]", start + 2, Math.Min(12, _source.Length - start - 2), StringComparison.Ordinal) : -1;
        if (end >= 0 && NamedClasses.TryGetValue(_source.Substring(start + 2, end - start - 2), out (ByteSet Set, string Text) named))
        {
            _position = end + 2;
            text.Append(named.Text);
            return named.Set;
        }

        Fail(start, 1, "'[' inside a character class means different things in different dialects; write '\\[' for the character, or spell the characters out", "\\[");
        return default;
    }

    private static bool IsAlphanumeric(char value) => value is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
