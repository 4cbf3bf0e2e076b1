using System.Text.RegularExpressions;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>Paths that a file context matches, made from its text. It shares nothing with the grammar of the product.</summary>
internal sealed class ExamplePaths
{
    private const int Enough = 48;
    private static readonly (string Name, string Value)[] Templates = [("HOME_DIR", "/home/user"), ("HOME_ROOT", "/home"), ("%{USERNAME}", "user"), ("%{USERID}", "1000")];
    private readonly string _spec;
    private int _at;

    private ExamplePaths(string spec) => _spec = spec;

    /// <summary>Some paths that match, every alternative and every optional part among them as long as there are not too many.</summary>
    public static string[] Of(string spec)
    {
        spec = WithoutTemplates(spec);
        var reader = new ExamplePaths(spec);
        var paths = reader.Alternatives();
        return reader._at == spec.Length ? [.. paths.Distinct()] : throw new FormatException($"'{spec}' has a ')' too many.");
    }

    /// <summary>A spec as it is for one user, as genhomedircon writes it.</summary>
    public static string WithoutTemplates(string spec) =>
        Templates.Aggregate(spec, (text, template) => text.Replace(template.Name, template.Value, StringComparison.Ordinal));

    private List<string> Alternatives()
    {
        var all = Sequence();
        while (_at < _spec.Length && _spec[_at] == '|')
        {
            _at++;
            all.AddRange(Sequence());
        }

        return all;
    }

    private List<string> Sequence()
    {
        List<string> all = [""];
        while (_at < _spec.Length && _spec[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            var repeated = Repeated(atom);
            all = Some(all.SelectMany(_ => repeated, (before, next) => before + next));
        }

        return all;
    }

    private List<string> Atom()
    {
        switch (_spec[_at])
        {
            case '(':
                _at++;
                var inside = Alternatives();
                _at++;
                return inside;
            case '[':
                var end = _spec.IndexOf(']', _at + 2);
                var members = new Regex(_spec[_at..(end + 1)]);
                _at = end + 1;
                return Some("aZ1.-_+:x".Select(c => c.ToString()).Where(c => members.IsMatch(c)).Take(2));
            case '.':
                _at++;
                return [".", "x"];
            case '\\':
                _at += 2;
                return [_spec[_at - 1].ToString()];
            default:
                return [_spec[_at++].ToString()];
        }
    }

    private List<string> Repeated(List<string> atom)
    {
        switch (_at < _spec.Length ? _spec[_at] : '\0')
        {
            case '?':
                _at++;
                return [.. atom, ""];
            case '*':
                _at++;
                return [.. atom, ""];
            case '+':
                _at++;
                return [.. atom, atom[0] + atom[^1]];
            case '{':
                var end = _spec.IndexOf('}', _at);
                var least = int.Parse(_spec[(_at + 1)..end].Split(',')[0]);
                _at = end + 1;
                return [string.Concat(Enumerable.Repeat(atom[0], least))];
            default:
                return atom;
        }
    }

    /// <summary>Evenly chosen, so that no part of the spec always has its first form.</summary>
    private static List<string> Some(IEnumerable<string> all)
    {
        var list = all.ToList();
        return list.Count <= Enough ? list : [.. Enumerable.Range(0, Enough).Select(i => list[i * list.Count / Enough])];
    }
}
