using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Rules;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Verification;

/// <summary>
/// The neverallow rules of a base that the base itself breaks, as Fedora's may: libsepol's messages about them are told apart from what the verified modules add.
/// </summary>
internal sealed class BaseAssertions
{
    // Of types that the modules add, every rule counts; of other types that their rules are about, only those rules.
    private const string Added = "typedpolicy_added";
    private const string Used = "typedpolicy_used";

    private readonly IReadOnlyList<PolicySource> _sources;
    private readonly IReadOnlySet<string> _modules;
    private readonly List<List<CilStatement>> _statements;
    private readonly PolicySource _sets;

    /// <summary>Reads the sources, once for all links.</summary>
    /// <param name="sources">The sources, as CIL.</param>
    /// <param name="modules">The names of the verified modules among them.</param>
    public BaseAssertions(IReadOnlyList<PolicySource> sources, IReadOnlySet<string> modules)
    {
        (_sources, _modules) = (sources, modules);
        _statements = [.. sources.Select(s => CilText.Read(s.Content.Span).SelectMany(Nested).ToList())];
        var own = sources.Zip(_statements).Where(s => modules.Contains(s.First.Name)).SelectMany(s => s.Second).ToList();
        var added = AddedTypes(own);
        var used = UsedNames(own, _statements.SelectMany(s => s)).Except(added);
        _sets = new(Added, Encoding.UTF8.GetBytes($"{Set(Added, added)}{Set(Used, used)}\n"));
    }

    /// <summary>The places of the assertions of base files that rules of base files alone break.</summary>
    /// <param name="causes">libsepol's messages.</param>
    /// <param name="modules">The names of the verified modules.</param>
    public static ImmutableHashSet<BrokenAssertion> Broken(IEnumerable<LinkMessage> causes, IReadOnlySet<string> modules) =>
        [.. causes.Where(c => c.Places is [var assertion] && !modules.Contains(assertion.File) && c.Stacks.Any(s => IsOfBase(s, modules))).Select(c => new BrokenAssertion(c.Places[0].File, c.Places[0].Line))];

    /// <summary>A message without the rules that the base has without the modules; null if none is left.</summary>
    public static LinkMessage? WithoutBase(LinkMessage message, IReadOnlySet<string> modules)
    {
        if (message.Stacks.IsEmpty || message.Detail.Contains($"({Added}", StringComparison.Ordinal) || message.Detail.Contains($" {Added}", StringComparison.Ordinal)
            || (message.Places is [var assertion, ..] && modules.Contains(assertion.File)))
        {
            return message;
        }

        var left = message.Stacks.RemoveAll(s => IsOfBase(s, modules));
        return left.IsEmpty ? null : message with { Stacks = left };
    }

    /// <summary>
    /// The sources with some assertions narrowed to what the modules add: the types that they declare, those that they put into attributes of the base, and what their rules
    /// are about. Lines stay as they are. The modules come first, since of many rules that break an assertion libsepol shows the first.
    /// </summary>
    public IReadOnlyList<PolicySource> Narrowed(IReadOnlySet<BrokenAssertion> assertions)
    {
        var count = 0;
        var all = _sources.Zip(_statements).ToList();
        return
        [
            .. _sources.Where(s => _modules.Contains(s.Name)),
            .. all.Where(s => !_modules.Contains(s.First.Name)).Select(s => assertions.Any(a => a.File == s.First.Name) ? new PolicySource(s.First.Name, Rewritten(s.First, s.Second)) : s.First),
            _sets,
        ];

        byte[] Rewritten(PolicySource source, List<CilStatement> statements)
        {
            var cil = source.Content.ToArray();
            var (text, at) = (new List<byte>(cil.Length + 1024), 0);
            foreach (var statement in statements.Where(s => s.Keyword is "neverallow" or "neverallowx" && assertions.Contains(new(source.Name, s.Line))))
            {
                text.AddRange(cil[at..statement.Start]);
                text.AddRange(Encoding.UTF8.GetBytes(Halves(Encoding.UTF8.GetString(cil[statement.Start..statement.End]), statement, ++count)));
                at = statement.End;
            }

            text.AddRange(cil[at..]);
            return [.. text];
        }
    }

    // Each in an optional of its own: what is declared in one may not be there in the end.
    private static string Set(string name, IEnumerable<string> members) =>
        $"(typeattribute {name})" + string.Concat(members.Distinct().Order(StringComparer.Ordinal).Select((member, i) => $"(optional {name}_{i}_member (typeattributeset {name} ({member})))"));

    // An assertion holds between two sides: once for sources, and once for targets, of which one is the modules'.
    private static string Halves(string written, CilStatement statement, int number)
    {
        var (sources, targets) = (statement.TextAt(1), statement.TextAt(2));
        if (sources is null || targets is null)
        {
            return written;
        }

        var rest = string.Concat(statement.Items.Skip(3).Select(i => " " + OnOneLine(i)));
        var halves = new StringBuilder();
        foreach (var whose in new[] { Added, Used })
        {
            var name = $"{whose}_{number}";
            halves.Append($"(typeattribute {name}_s)(typeattributeset {name}_s (and ({sources}) ({whose})))({statement.Keyword} {name}_s {targets}{rest})");
            if (targets is not ("self" or "notself" or "other"))
            {
                halves.Append($"(typeattribute {name}_t)(typeattributeset {name}_t (and ({targets}) ({whose})))({statement.Keyword} {sources} {name}_t{rest})");
            }
        }

        return halves.Append('\n', written.Count(c => c == '\n')).ToString();
    }

    private static string OnOneLine(CilStatement part) =>
        part.IsList ? $"({string.Join(' ', part.Items.Select(OnOneLine))})" : part.IsQuoted ? $"\"{part.Text}\"" : part.Text!;

    private static HashSet<string> AddedTypes(List<CilStatement> statements)
    {
        var attributes = statements.Where(s => s.Keyword == "typeattribute").Select(s => s.TextAt(1)).ToHashSet(StringComparer.Ordinal);
        var joined = statements.Where(s => s.Keyword == "typeattributeset" && s.TextAt(1) is { } attribute && !GeneratedNames.IsOfRequirements(attribute) && !attributes.Contains(attribute))
            .SelectMany(s => s.Items.Skip(2).SelectMany(i => i.IsList ? i.Items : [i]));
        return statements.Where(s => s.Keyword == "type").Select(s => s.TextAt(1)).Concat(joined.Select(i => i.Text)).OfType<string>()
            .Where(name => name is not ("and" or "or" or "xor" or "not" or "all") && !attributes.Contains(name))
            .ToHashSet(StringComparer.Ordinal);
    }

    // Whatever is in a rule or a call, and is a type or an attribute of them.
    private static IEnumerable<string> UsedNames(List<CilStatement> statements, IEnumerable<CilStatement> all)
    {
        var used = statements.Where(s => s.Keyword is "allow" or "allowx" or "call" or "booleanif" or "tunableif").SelectMany(s => s.Names).ToHashSet(StringComparer.Ordinal);
        return all
            .Where(s => s.Keyword is "type" or "typeattribute" or "typealias")
            .Select(s => s.TextAt(1)).OfType<string>()
            .Where(used.Contains);
    }

    private static bool IsOfBase(ImmutableArray<MessagePlace> stack, IReadOnlySet<string> modules) => !stack.Any(p => modules.Contains(p.File));

    private static IEnumerable<CilStatement> Nested(CilStatement statement) =>
        statement.Keyword is "block" or "optional" or "in" ? statement.Items.Where(i => i.IsList).SelectMany(Nested) : [statement];
}
