using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Index;

/// <summary>A line of an index that cannot be read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong with it.</param>
public readonly record struct IndexProblem(int Line, string Message);

/// <summary>Reads the text of an index. It comes from outside: whatever it holds ends in an index or in a problem with its line.</summary>
public sealed class BaseIndexReader
{
    /// <summary>The longest text that is read, in characters: an index of a whole distribution has some ten million.</summary>
    public const int MostCharacters = 64 * 1024 * 1024;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _lists = new(StringComparer.Ordinal);
    private readonly ImmutableArray<IndexedName>.Builder _names = ImmutableArray.CreateBuilder<IndexedName>();
    private readonly ImmutableArray<IndexedModule>.Builder _modules = ImmutableArray.CreateBuilder<IndexedModule>();
    private readonly ImmutableArray<IndexedClass>.Builder _classes = ImmutableArray.CreateBuilder<IndexedClass>();
    private readonly ImmutableArray<Equivalence>.Builder _equivalences = ImmutableArray.CreateBuilder<Equivalence>();
    private readonly ImmutableArray<IndexedLabel>.Builder _labels = ImmutableArray.CreateBuilder<IndexedLabel>();
    private readonly ImmutableArray<IndexedPort>.Builder _ports = ImmutableArray.CreateBuilder<IndexedPort>();
    private readonly ImmutableArray<IndexedGuard>.Builder _guards = ImmutableArray.CreateBuilder<IndexedGuard>();
    private readonly ImmutableArray<IndexedTrait>.Builder _traits = ImmutableArray.CreateBuilder<IndexedTrait>();
    private readonly ImmutableArray<IndexedInterface>.Builder _interfaces = ImmutableArray.CreateBuilder<IndexedInterface>();
    private readonly ImmutableArray<IndexedGrant>.Builder _grants = ImmutableArray.CreateBuilder<IndexedGrant>();
    private readonly ImmutableArray<IndexedJoin>.Builder _joins = ImmutableArray.CreateBuilder<IndexedJoin>();
    private string _name = "";
    private string _target = "";
    private bool _isComplete;

    private BaseIndexReader()
    {
    }

    /// <summary>Reads a text; where it cannot be read, the index is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">The first line that cannot be read, if any.</param>
    public static BaseIndex Read(string text, out IndexProblem? problem)
    {
        problem = null;
        if (text.Length > MostCharacters)
        {
            problem = new IndexProblem(1, $"it has more than {MostCharacters} characters");
            return BaseIndex.Empty;
        }

        var reader = new BaseIndexReader();
        var number = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var line = text.Substring(start, (end < 0 ? text.Length : end) - start).TrimEnd('\r');
            start = end < 0 ? text.Length : end + 1;
            number++;
            var fault = number == 1 ? Header(line) : line.Length == 0 || line[0] == '#' ? null : reader.Add(line);
            if (fault is not null)
            {
                problem = new IndexProblem(number, fault);
                return BaseIndex.Empty;
            }
        }

        if (number == 0)
        {
            problem = new IndexProblem(1, Header("")!);
            return BaseIndex.Empty;
        }

        return reader.Index();
    }

    private static string? Header(string line) => line.Split('\t') switch
    {
        [IndexWords.Format, IndexWords.Version] => null,
        [IndexWords.Format, var version] => $"it is of version {version} of the format, and version {IndexWords.Version} is read",
        _ => $"it does not begin with '{IndexWords.Format}'",
    };

    private string? Add(string line)
    {
        var fields = line.Split('\t');
        if (line.IndexOf('\\') >= 0)
        {
            fields = Array.ConvertAll(fields, Unescape);
        }

        switch (fields)
        {
            case ["name", var name]:
                _name = name;
                return null;
            case ["target", var target]:
                _target = target;
                return null;
            case ["complete", "yes" or "no"]:
                _isComplete = fields[1] == "yes";
                return null;
            case ["module", var name, IndexWords.InBase or IndexWords.Apart]:
                _modules.Add(new IndexedModule(Once(name), fields[2] == IndexWords.InBase));
                return null;
            case ["class", var name, var permissions]:
                _classes.Add(new IndexedClass(name, Words(permissions)));
                return null;
            case ["equivalence", var alias, var real]:
                _equivalences.Add(new Equivalence(alias, real));
                return null;
            case ["label", var path, var kind, var context]:
                _labels.Add(new IndexedLabel(path, Once(kind), Once(context)));
                return null;
            case ["port", var protocol, var low, var high, var type] when Number(low) is { } first && Number(high) is { } last && first <= last && last <= ushort.MaxValue:
                _ports.Add(new IndexedPort(Once(protocol), first, last, type));
                return null;
            case ["guard", var target, var @class, var permissions, var exempt, var subjects]:
                _guards.Add(new IndexedGuard(target, @class, Words(permissions), Words(exempt), Once(subjects)));
                return null;
            case ["trait", var name, var word] when IndexWords.Traits.Any(t => t.Word == word):
                _traits.Add(new IndexedTrait(name, IndexWords.Traits.Single(t => t.Word == word).Trait));
                return null;
            case ["interface", var name, var csharp, var module, var file, var at, var flags, var replacement, var parameters, var summary] when Number(at) is { } row:
                _interfaces.Add(new IndexedInterface(name, csharp, Once(module), Once(file), row, Flags(flags), replacement, Words(parameters), summary));
                return null;
            case ["grant", var target, var @class, var name, var permissions]:
                _grants.Add(new IndexedGrant(Once(target), Once(@class), Once(name), Words(permissions)));
                return null;
            case ["join", var attribute, var name]:
                _joins.Add(new IndexedJoin(Once(attribute), Once(name)));
                return null;
            case [var word, var name, var module, var attributes] when IndexWords.Kinds.Any(k => k.Word == word):
                _names.Add(new IndexedName(IndexWords.Kinds.Single(k => k.Word == word).Kind, name, Once(module), Words(attributes)));
                return null;
            default:
                return $"'{(fields[0].Length > 32 ? fields[0].Substring(0, 32) : fields[0])}' with {fields.Length - 1} fields says nothing here";
        }
    }

    private BaseIndex Index() => new()
    {
        Name = _name,
        Target = _target,
        IsComplete = _isComplete,
        Names = _names.ToImmutable(),
        Modules = _modules.ToImmutable(),
        Classes = _classes.ToImmutable(),
        Equivalences = _equivalences.ToImmutable(),
        Labels = _labels.ToImmutable(),
        Ports = _ports.ToImmutable(),
        Guards = _guards.ToImmutable(),
        Traits = _traits.ToImmutable(),
        Interfaces = _interfaces.ToImmutable(),
        Grants = _grants.ToImmutable(),
        Joins = _joins.ToImmutable(),
    };

    private static InterfaceFlags Flags(string words) =>
        words.Split(' ').Aggregate(InterfaceFlags.None, (flags, word) => flags | IndexWords.Flags.FirstOrDefault(f => f.Word == word).Flag);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The words of a field; one list for all that are equal: tens of thousands of lines have a few hundred sets of permissions.</summary>
    private ImmutableArray<string> Words(string text)
    {
        if (!_lists.TryGetValue(text, out var known))
        {
            _lists.Add(text, known = [.. text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Once)]);
        }

        return known;
    }

    /// <summary>One string for all that are equal: permissions and modules stand on thousands of lines.</summary>
    private string Once(string word)
    {
        if (!_words.TryGetValue(word, out var known))
        {
            _words.Add(word, known = word);
        }

        return known;
    }

    private static string Unescape(string field)
    {
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || i + 1 == field.Length ? field[i] : field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }
}
