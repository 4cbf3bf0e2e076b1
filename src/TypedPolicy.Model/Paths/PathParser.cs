using System.Collections.Immutable;
using System.Globalization;

namespace TypedPolicy.Model.Paths;

/// <summary>Reads an author's pattern into a tree. It looks at each character once, and nests no deeper than <see cref="MaxDepth"/>.</summary>
/// <remarks>
/// The grammar is the part of PCRE2 that base policies use, and that no other dialect reads differently; what is outside
/// it is a problem with a place, never a guess.
/// </remarks>
internal sealed partial class PathParser
{
    /// <summary>How deep groups may nest.</summary>
    public const int MaxDepth = 32;

    /// <summary>The largest number in <c>{n,m}</c>.</summary>
    public const int MaxRepeat = 1000;

    private readonly string _source;
    private readonly List<PathProblem> _problems;
    private int _position;
    private bool _failed;

    private PathParser(string source, List<PathProblem> problems)
    {
        _source = source;
        _problems = problems;
    }

    /// <summary>The tree; null if the source is not a pattern of the grammar, and a problem then tells why.</summary>
    public static PathSequence? Parse(string source, List<PathProblem> problems)
    {
        var parser = new PathParser(source, problems);
        ImmutableArray<PathSequence> alternatives = parser.ParseAlternatives(depth: 0);
        if (!parser._failed && parser._position < source.Length)
        {
            parser.Fail(parser._position, 1, "')' closes no group; write '\\)' for the character", "\\)");
        }

        if (parser._failed)
        {
            return null;
        }

        if (alternatives.Length == 1)
        {
            return alternatives[0];
        }

        problems.Add(new(
            PathProblemKind.PatternNotAnchored,
            0,
            source.Length,
            "a '|' outside a group splits the pattern from its anchors, and each part then matches inside any path; put the alternatives in a group, or write two labels",
            Grouped(source, alternatives)));
        return null;
    }

    private char Current => _position < _source.Length ? _source[_position] : '\0';

    private char Next => _position + 1 < _source.Length ? _source[_position + 1] : '\0';

    private ImmutableArray<PathSequence> ParseAlternatives(int depth)
    {
        var alternatives = ImmutableArray.CreateBuilder<PathSequence>();
        alternatives.Add(ParseSequence(depth));
        while (!_failed && Current == '|')
        {
            _position++;
            alternatives.Add(ParseSequence(depth));
        }

        return alternatives.ToImmutable();
    }

    private PathSequence ParseSequence(int depth)
    {
        int start = _position;
        var nodes = ImmutableArray.CreateBuilder<PathNode>();
        while (!_failed && _position < _source.Length && Current is not ('|' or ')'))
        {
            if (ParseAtom(depth) is { } atom)
            {
                nodes.Add(ParseQuantifier(atom));
            }
        }

        return new(start, _position - start, nodes.ToImmutable());
    }

    private PathNode? ParseAtom(int depth)
    {
        int start = _position;
        if (PathTemplate.At(_source, start) is { } template)
        {
            _position += template.Length;
            return new PathTemplate(start, template.Length, template);
        }

        switch (Current)
        {
            case '\\':
                return ParseEscape();
            case '.':
                _position++;
                return new PathAny(start, 1);
            case '[':
                return ParseClass();
            case '(':
                return ParseGroup(depth);
            case '^' or '$':
                ReportAnchor();
                return null;
            case '*' or '+' or '?':
                return Fail(start, 1, $"'{Current}' has nothing to repeat; write '\\{Current}' for the character", "\\" + Current);
            case '{':
                return Fail(start, 1, "'{' has nothing to repeat; write '\\{' for the character", "\\{");
            default:
                _position++;
                return new PathCharacter(start, 1, _source[start]);
        }
    }

    private void ReportAnchor()
    {
        bool atEdge = Current == '^' ? _position == 0 : _position == _source.Length - 1;
        _problems.Add(new(
            PathProblemKind.PatternNotAnchored,
            _position,
            1,
            atEdge
                ? $"a pattern always matches the whole path; remove the '{Current}'"
                : $"'{Current}' is an anchor and matches no character; write '\\{Current}' for the character",
            atEdge ? "" : "\\" + Current));
        _position++;
    }

    private PathGroup? ParseGroup(int depth)
    {
        int start = _position++;
        if (depth == MaxDepth)
        {
            Fail(start, 1, $"groups are nested deeper than {MaxDepth}; split the label");
            return null;
        }

        if (Current == '?')
        {
            if (Next != ':')
            {
                Fail(start, Math.Min(3, _source.Length - start), "only plain groups '(…)' are understood alike everywhere; write one, or '\\(' for the character");
                return null;
            }

            _position += 2;
        }

        ImmutableArray<PathSequence> alternatives = ParseAlternatives(depth + 1);
        if (_failed)
        {
            return null;
        }

        if (Current != ')')
        {
            Fail(start, 1, "this '(' is never closed; add ')', or write '\\(' for the character");
            return null;
        }

        _position++;
        return new(start, _position - start, alternatives);
    }

    private PathNode ParseQuantifier(PathNode operand)
    {
        int start = _position;
        if (_failed || !TryReadQuantifier(out int minimum, out int? maximum))
        {
            return operand;
        }

        // A lazy quantifier prefers less, which has no effect, since the whole path must match.
        if (!_failed && Current == '?')
        {
            _position++;
        }

        if (operand is PathTemplate template)
        {
            Fail(start, _position - start, $"{template.Name} cannot be repeated; put it in a group");
        }
        else if (!_failed && Current is '*' or '+' or '?' or '{')
        {
            // "g++" is the compiler's name, not a possessive quantifier
            bool plusPlus = _position - start == 1 && _source[start] == '+' && Current == '+';
            Fail(
                start,
                _position + 1 - start,
                "two quantifiers in a row mean different things in different dialects; write one, or escape the characters",
                plusPlus ? "\\+\\+" : null);
        }

        return minimum == 1 && maximum == 1 ? operand : new PathRepeat(operand.Start, _position - operand.Start, operand, minimum, maximum);
    }

    private bool TryReadQuantifier(out int minimum, out int? maximum)
    {
        (minimum, maximum) = Current switch
        {
            '*' => (0, null),
            '+' => (1, null),
            '?' => (0, (int?)1),
            _ => (-1, null),
        };
        if (minimum >= 0)
        {
            _position++;
            return true;
        }

        return Current == '{' && ReadBraces(out minimum, out maximum);
    }

    private bool ReadBraces(out int minimum, out int? maximum)
    {
        int start = _position++;
        maximum = null;
        bool read = ReadNumber(out minimum);
        if (read && Current == ',')
        {
            _position++;
            read = Current == '}' || ReadNumber(out int upper) && (maximum = upper) >= 0;
        }
        else
        {
            maximum = minimum;
        }

        if (!read || Current != '}')
        {
            Fail(start, 1, "'{' starts no {n}, {n,} or {n,m}; write '\\{' for the character", "\\{");
            return false;
        }

        _position++;
        if (minimum > MaxRepeat || maximum > MaxRepeat || maximum < minimum || maximum == 0)
        {
            Fail(start, _position - start, $"the numbers of a quantifier go from 0 to {MaxRepeat}, the smaller first, and at least one repetition must be possible");
            return false;
        }

        return true;
    }

    private bool ReadNumber(out int value)
    {
        value = 0;
        int start = _position;
        while (Current is >= '0' and <= '9')
        {
            value = Math.Min((value * 10) + (Current - '0'), MaxRepeat + 1);
            _position++;
        }

        return _position > start;
    }

    private PathNode? Fail(int start, int length, string message, string? replacement = null)
    {
        if (!_failed)
        {
            _failed = true;
            _problems.Add(new(PathProblemKind.InvalidPathPattern, start, length, message, replacement));
        }

        return null;
    }

    /// <summary>The alternatives in one group behind the directory that they share.</summary>
    private static string? Grouped(string source, ImmutableArray<PathSequence> alternatives)
    {
        string[] parts = [.. alternatives.Select(alternative => source.Substring(alternative.Start, alternative.Length))];
        if (parts.Any(part => part.Length == 0))
        {
            return null;
        }

        int shared = 0;
        for (int i = 0; parts.All(part => i < part.Length && part[i] == parts[0][i] && ByteSet.Word.Contains(part[i]) | part[i] is '/' or '-'); i++)
        {
            shared = parts[0][i] == '/' ? i + 1 : shared;
        }

        return string.Format(
            CultureInfo.InvariantCulture,
            "{0}({1})",
            parts[0].Substring(0, shared),
            string.Join("|", parts.Select(part => part.Substring(shared))));
    }
}
