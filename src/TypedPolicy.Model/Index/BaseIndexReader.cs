using System.Collections.Immutable;
using System.Globalization;
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
    public const int MaxCharacters = 64 * 1024 * 1024;

    /// <summary>Where an interface's line has the line of the header.</summary>
    private const int RowField = 5;

    private readonly string _text;
    private readonly IndexStrings _strings = new();
    private readonly List<int> _names = [];
    private readonly ImmutableArray<IndexedModule>.Builder _modules = ImmutableArray.CreateBuilder<IndexedModule>();
    private readonly ImmutableArray<IndexedClass>.Builder _classes = ImmutableArray.CreateBuilder<IndexedClass>();
    private readonly ImmutableArray<IndexedSet>.Builder _sets = ImmutableArray.CreateBuilder<IndexedSet>();
    private readonly ImmutableArray<string>.Builder _capabilities = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<Equivalence>.Builder _equivalences = ImmutableArray.CreateBuilder<Equivalence>();
    private readonly List<int> _labels = [];
    private readonly ImmutableArray<IndexedPort>.Builder _ports = ImmutableArray.CreateBuilder<IndexedPort>();
    private readonly ImmutableArray<IndexedGuard>.Builder _guards = ImmutableArray.CreateBuilder<IndexedGuard>();
    private readonly ImmutableArray<IndexedTrait>.Builder _traits = ImmutableArray.CreateBuilder<IndexedTrait>();
    private readonly List<int> _interfaces = [];
    private readonly List<int> _grants = [];
    private readonly List<int> _joins = [];
    private readonly List<int> _accesses = [];
    private readonly ImmutableArray<IndexedDecision>.Builder _decisions = ImmutableArray.CreateBuilder<IndexedDecision>();
    private readonly ImmutableArray<IndexedRole>.Builder _roles = ImmutableArray.CreateBuilder<IndexedRole>();
    private string _name = "";
    private string _target = "";
    private bool _isComplete;
    private int? _policyVersion;
    private bool? _expandCheck;

    private BaseIndexReader(string text) => _text = text;

    /// <summary>Reads a text; where it cannot be read, the index is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">The first line that cannot be read, if any.</param>
    public static BaseIndex Read(string text, out IndexProblem? problem)
    {
        problem = null;
        if (text.Length > MaxCharacters)
        {
            problem = new IndexProblem(1, $"it has more than {MaxCharacters} characters");
            return BaseIndex.Empty;
        }

        var reader = new BaseIndexReader(text);
        var number = 0;
        for (var start = 0; start < text.Length; start = text.IndexOf('\n', start) is var end && end < 0 ? text.Length : end + 1)
        {
            number++;
            if ((number == 1 ? Header(text.Substring(start, IndexLine.EndOf(text, start) - start)) : reader.Add(start)) is { } fault)
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
        [IndexWords.Format, var version] when version == IndexWords.Version || IndexWords.VersionsBefore.Contains(version) => null,
        [IndexWords.Format, var version] => $"it is of version {version} of the format, and versions {string.Join(", ", IndexWords.VersionsBefore)} and {IndexWords.Version} can be read",
        _ => $"it does not begin with '{IndexWords.Format}'",
    };

    /// <summary>Reads a line, or keeps where it starts; what is wrong with it.</summary>
    private string? Add(int start)
    {
        var end = IndexLine.EndOf(_text, start);
        if (start == end || _text[start] == '#')
        {
            return null;
        }

        var kept = IndexLine.Is(_text, start, end, IndexWords.Grant, fields: 5) ? _grants
            : IndexLine.Is(_text, start, end, IndexWords.Interface, IndexWords.MaxFields) && Number(IndexLine.Text(_text, start, RowField)) is not null ? _interfaces
            : IndexLine.Is(_text, start, end, IndexWords.Label, fields: 4) ? _labels
            : IndexLine.Is(_text, start, end, IndexWords.Access, fields: 5) ? _accesses
            : IndexLine.Is(_text, start, end, IndexWords.Join, fields: 3) ? _joins
            : IndexWords.Kinds.Any(kind => IndexLine.Is(_text, start, end, kind.Word, fields: 4)) ? _names
            : null;
        kept?.Add(start);
        return kept is null ? Add(IndexLine.Fields(_text, start, end)) : null;
    }

    private string? Add(string[] fields)
    {
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
                _modules.Add(new IndexedModule(_strings.Once(name), fields[2] == IndexWords.InBase));
                return null;
            case ["class", var name, var permissions]:
                _classes.Add(new IndexedClass(name, _strings.Words(permissions)));
                return null;
            case ["set", var name, var permissions]:
                _sets.Add(new IndexedSet(name, _strings.Words(permissions)));
                return null;
            case ["capability", var name]:
                _capabilities.Add(name);
                return null;
            case ["policy-version", var version] when Number(version) is { } number:
                _policyVersion = number;
                return null;
            case ["expand-check", "yes" or "no"]:
                _expandCheck = fields[1] == "yes";
                return null;
            case ["equivalence", var alias, var real]:
                _equivalences.Add(new Equivalence(alias, real));
                return null;
            case ["port", var protocol, var low, var high, var type] when Number(low) is { } first && Number(high) is { } last && first <= last && last <= ushort.MaxValue:
                _ports.Add(new IndexedPort(_strings.Once(protocol), first, last, type));
                return null;
            case ["guard", var target, var @class, var permissions, var exempt, var subjects]:
                _guards.Add(new IndexedGuard(target, @class, _strings.Words(permissions), _strings.Words(exempt), _strings.Once(subjects)));
                return null;
            case ["decides", var @class, var permissions]:
                _decisions.Add(new IndexedDecision(_strings.Once(@class), _strings.Words(permissions)));
                return null;
            case ["runs", var role, var domains]:
                _roles.Add(new IndexedRole(role, _strings.Words(domains)));
                return null;
            case ["trait", var name, var word] when IndexWords.Traits.Any(t => t.Word == word):
                _traits.Add(new IndexedTrait(name, IndexWords.Traits.Single(t => t.Word == word).Trait));
                return null;
            default:
                return $"'{(fields[0].Length > 32 ? fields[0].Substring(0, 32) : fields[0])}' with {fields.Length - 1} fields has no meaning here";
        }
    }

    private BaseIndex Index() => new()
    {
        Name = _name,
        Target = _target,
        IsComplete = _isComplete,
        NameTable = Table(_names, f => new IndexedName(IndexWords.Kinds.Single(k => k.Word == f[0]).Kind, f[1], _strings.Once(f[2]), _strings.Words(f[3]))),
        Modules = _modules.ToImmutable(),
        Classes = _classes.ToImmutable(),
        Sets = _sets.ToImmutable(),
        Capabilities = _capabilities.ToImmutable(),
        PolicyVersion = _policyVersion,
        ExpandCheck = _expandCheck,
        Equivalences = _equivalences.ToImmutable(),
        LabelTable = Table(_labels, f => new IndexedLabel(f[1], _strings.Once(f[2]), _strings.Once(f[3]))),
        Ports = _ports.ToImmutable(),
        Guards = _guards.ToImmutable(),
        Traits = _traits.ToImmutable(),
        InterfaceTable = Table(_interfaces, f => new IndexedInterface(f[1], f[2], _strings.Once(f[3]), _strings.Once(f[4]), Number(f[RowField]) ?? 0, Flags(f[6]), f[7], _strings.Words(f[8]), f[9])),
        GrantTable = Table(_grants, f => new IndexedGrant(_strings.Once(f[1]), _strings.Once(f[2]), _strings.Once(f[3]), _strings.Words(f[4]))),
        JoinTable = Table(_joins, f => new IndexedJoin(_strings.Once(f[1]), _strings.Once(f[2]))),
        Decisions = _decisions.ToImmutable(),
        Roles = _roles.ToImmutable(),
        AccessTable = Table(_accesses, f => new IndexedAccess(_strings.Once(f[1]), _strings.Once(f[2]), _strings.Once(f[3]), _strings.Words(f[4]))),
    };

    private WrittenTable<T> Table<T>(List<int> starts, Func<string[], T> read)
        where T : class =>
        new(_text, [.. starts], read);

    private static InterfaceFlags Flags(string words) =>
        words.Split(' ').Aggregate(InterfaceFlags.None, (flags, word) => flags | IndexWords.Flags.FirstOrDefault(f => f.Word == word).Flag);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
