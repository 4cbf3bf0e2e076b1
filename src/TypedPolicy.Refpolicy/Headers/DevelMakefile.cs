using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// What the devel Makefile of a header tree gives to m4: its <c>M4PARAM</c>, as far as that follows from the file itself and from <c>build.conf</c>. Assignments, conditions and
/// the functions <c>foreach</c> and <c>strip</c> are read; no program is run, and any other function is empty.
/// </summary>
internal sealed class DevelMakefile
{
    private const int MaxText = 1 << 16;
    private const int MaxDepth = 32;
    private const int MaxReferences = 10_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overridden = new(StringComparer.Ordinal);

    // For each open condition: whether its lines count, and whether a branch of it was taken.
    private readonly Stack<(bool Counts, bool Taken)> _conditions = new();
    private readonly string _buildConf;
    private bool _inRecipe;
    private int _references;

    private DevelMakefile(string buildConf) => _buildConf = buildConf;

    /// <summary>The definitions that m4 is given, in order.</summary>
    /// <param name="makefile">The text of the Makefile.</param>
    /// <param name="buildConf">The text of <c>build.conf</c>, which it includes.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Definitions(string makefile, string buildConf)
    {
        var read = new DevelMakefile(buildConf);
        read.Read(makefile);
        return Definitions(read.Expand("$(M4PARAM)", 0).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The values of a file that only assigns.</summary>
    public static IReadOnlyDictionary<string, string> Assignments(string text)
    {
        var read = new DevelMakefile("");
        read.Read(text);
        return read._values;
    }

    private static ImmutableArray<KeyValuePair<string, string>> Definitions(string[] words)
    {
        var definitions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (var i = 0; i < words.Length; i++)
        {
            var definition = words[i] is "-D" or "--define" ? ++i < words.Length ? words[i] : ""
                : words[i].StartsWith("--define=", StringComparison.Ordinal) ? words[i].Substring("--define=".Length)
                : words[i].StartsWith("-D", StringComparison.Ordinal) ? words[i].Substring(2)
                : "";
            if (BuildSettings.TryDefinition(definition) is { } read)
            {
                definitions.Add(read);
            }
        }

        return definitions.ToImmutable();
    }

    private void Read(string text)
    {
        var joined = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = joined + raw.TrimEnd('\r');
            if (line.EndsWith("\\", StringComparison.Ordinal) && line.Length < MaxText)
            {
                joined = line.Substring(0, line.Length - 1) + " ";
                continue;
            }

            joined = "";
            Line(line);
        }
    }

    private void Line(string line)
    {
        var isIndented = line.StartsWith("\t", StringComparison.Ordinal);
        var hash = line.IndexOf('#');
        line = (hash < 0 ? line : line.Substring(0, hash)).Trim();
        if (line.Length == 0 || IsCondition(line) || (_conditions.Count > 0 && !_conditions.Peek().Counts) || (isIndented && _inRecipe))
        {
            return;
        }

        if (line.StartsWith("include ", StringComparison.Ordinal) || line.StartsWith("-include ", StringComparison.Ordinal))
        {
            if (line.EndsWith("build.conf", StringComparison.Ordinal))
            {
                foreach (var included in _buildConf.Split('\n'))
                {
                    Line(included.TrimEnd('\r').TrimStart('\t'));
                }
            }
        }
        else if (!TryAssign(line))
        {
            // A rule: what is indented below it is for a shell.
            _inRecipe = true;
        }
    }

    private bool TryAssign(string line)
    {
        var isOverride = line.StartsWith("override ", StringComparison.Ordinal);
        line = isOverride ? line.Substring("override ".Length).TrimStart() : line;
        var equals = line.IndexOf('=');
        if (equals <= 0)
        {
            return false;
        }

        var kind = line[equals - 1];
        var name = line.Substring(0, equals).TrimEnd(' ', '\t', '?', ':', '+');
        if (name.Length == 0 || name.Any(c => !(c is '_' or '-' or '.' || char.IsLetterOrDigit(c))))
        {
            return false;
        }

        _inRecipe = false;
        if (kind == '?' ? _values.ContainsKey(name) : _overridden.Contains(name) && !isOverride)
        {
            return true;
        }

        var value = line.Substring(equals + 1).Trim();
        value = kind == '+' && _values.TryGetValue(name, out var before) ? $"{before} {value}" : value;
        _values[name] = value.Length <= MaxText ? value : "";
        if (isOverride)
        {
            _overridden.Add(name);
        }

        return true;
    }

    private bool IsCondition(string line)
    {
        var space = line.IndexOfAny([' ', '\t', '(']);
        var word = space < 0 ? line : line.Substring(0, space);
        switch (word)
        {
            case "ifeq" or "ifneq" or "ifdef" or "ifndef":
                var outer = _conditions.Count == 0 || _conditions.Peek().Counts;
                var holds = outer && Holds(word, line.Substring(word.Length).Trim());
                _conditions.Push((holds, holds || !outer));
                return true;
            case "else" when _conditions.Count > 0:
                var (_, taken) = _conditions.Pop();
                var rest = line.Substring(word.Length).Trim();
                var next = !taken && (rest.Length == 0 || (rest.IndexOfAny([' ', '\t', '(']) is > 0 and var end && Holds(rest.Substring(0, end), rest.Substring(end).Trim())));
                _conditions.Push((next, taken || next));
                return true;
            case "endif" when _conditions.Count > 0:
                _conditions.Pop();
                return true;
            default:
                return false;
        }
    }

    private bool Holds(string word, string operands)
    {
        if (word is "ifdef" or "ifndef")
        {
            return _values.TryGetValue(operands, out var value) && value.Length > 0 == (word == "ifdef");
        }

        return TrySplit(operands, out var left, out var right) && Expand(left, 0).Trim() == Expand(right, 0).Trim() == (word == "ifeq");
    }

    /// <summary>The operands of <c>(a,b)</c>, <c>"a" "b"</c> or <c>'a' 'b'</c>.</summary>
    private static bool TrySplit(string text, out string left, out string right)
    {
        (left, right) = ("", "");
        if (text.Length > 1 && text[0] == '(' && text[text.Length - 1] == ')')
        {
            var depth = 0;
            for (var i = 1; i < text.Length - 1; i++)
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                if (text[i] == ',' && depth == 0)
                {
                    (left, right) = (text.Substring(1, i - 1), text.Substring(i + 1, text.Length - i - 2));
                    return true;
                }
            }

            return false;
        }

        if (text.Length < 4 || text[0] is not ('"' or '\''))
        {
            return false;
        }

        var end = text.IndexOf(text[0], 1);
        var rest = end < 0 ? "" : text.Substring(end + 1).Trim();
        if (rest.Length < 2 || rest[0] is not ('"' or '\'') || rest[rest.Length - 1] != rest[0])
        {
            return false;
        }

        (left, right) = (text.Substring(1, end - 1), rest.Substring(1, rest.Length - 2));
        return true;
    }

    private string Expand(string text, int depth)
    {
        if (depth > MaxDepth || text.IndexOf('$') < 0)
        {
            return depth > MaxDepth ? "" : text;
        }

        var expanded = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length && expanded.Length <= MaxText; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                expanded.Append(text[i]);
                continue;
            }

            var open = text[++i];
            if (open is not ('(' or '{'))
            {
                continue;
            }

            var close = Closing(text, i);
            if (close < 0)
            {
                break;
            }

            expanded.Append(Reference(text.Substring(i + 1, close - i - 1), depth + 1));
            i = close;
        }

        return expanded.Length <= MaxText ? expanded.ToString() : "";
    }

    private static int Closing(string text, int open)
    {
        var (opening, closing) = text[open] == '(' ? ('(', ')') : ('{', '}');
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private string Reference(string inside, int depth)
    {
        // Variables that name each other double with each level.
        if (++_references > MaxReferences)
        {
            return "";
        }

        if (inside.StartsWith("strip ", StringComparison.Ordinal))
        {
            return string.Join(" ", Expand(inside.Substring("strip ".Length), depth).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }

        if (inside.StartsWith("foreach ", StringComparison.Ordinal) && inside.Substring("foreach ".Length).Split([','], 3) is [var name, var list, var body])
        {
            var words = Expand(list, depth).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return string.Join(" ", words.Take(1_000).Select(w => Expand(body.Replace($"$({name.Trim()})", w), depth)));
        }

        return _values.TryGetValue(inside, out var value) ? Expand(value, depth) : "";
    }
}
