using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Sources;

/// <summary>
/// Which C# lines the <c>allow</c> rules of modules come from, by their line marks: calls are followed to the rules that they come to. Never changes; any
/// number of threads may ask.
/// </summary>
public sealed class RuleOrigins
{
    // Macros cannot call themselves in policy that links; in other policy they may.
    private const int DeepestCall = 24;

    /// <summary>How many statements are followed, those in macros once for each call. Calls that call ten times multiply; what is beyond has no line.</summary>
    public const int MaxStatements = 1_000_000;

    private int _statements;

    private readonly Dictionary<string, CilStatement> _macros = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Target, string Class), List<(HashSet<string> Permissions, SourceMark Mark)>> _rules = [];

    /// <summary>Reads the rules of modules in CIL.</summary>
    public RuleOrigins(IEnumerable<PolicySource> modules)
    {
        var all = modules.Where(m => m.Kind == PolicySourceKind.Cil).SelectMany(m => CilText.Read(m.Content.Span)).ToList();
        foreach (var macro in all.Where(s => s.Keyword == "macro" && s.TextAt(1) is not null && s.Items.Count > 2))
        {
            _macros[macro.TextAt(1)!] = macro;
        }

        all.ForEach(s => Read(s, new Dictionary<string, string>(), null, 0));
    }

    /// <summary>The lines that a rule as it stands in the linked policy comes from: those of the attribute that applies an interface, where one does.</summary>
    public IReadOnlyList<SourceMark> Of(PolicyRule rule, string permission) =>
        _rules.TryGetValue((rule.Source, rule.Target, rule.Class), out var found)
            ? [.. found.Where(f => f.Permissions.Contains(permission) || f.Permissions.Contains("all")).Select(f => f.Mark).Distinct()]
            : [];

    private void Read(CilStatement statement, Dictionary<string, string> arguments, SourceMark? caller, int depth)
    {
        if (++_statements > MaxStatements)
        {
            return;
        }

        switch (statement.Keyword)
        {
            case "allow" when statement.Items.Count == 4 && (caller ?? statement.Marks.FirstOrDefault()) is { } mark:
                Add(Name(statement, 1, arguments), Name(statement, 2, arguments), statement.Items[3], arguments, mark);
                break;
            case "call" when depth < DeepestCall && statement.TextAt(1) is { } name && _macros.TryGetValue(name, out var macro):
                var inner = macro.Items[2].Items.Select(p => p.TextAt(1) ?? "").Zip(statement.Items.ElementAtOrDefault(2)?.Items ?? [])
                    .Where(p => p.Second.Text is not null)
                    .GroupBy(p => p.First, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => arguments.GetValueOrDefault(g.First().Second.Text!, g.First().Second.Text!), StringComparer.Ordinal);
                foreach (var part in macro.Items.Skip(3))
                {
                    Read(part, inner, caller ?? statement.Marks.FirstOrDefault(), depth + 1);
                }

                break;
            case "optional" or "booleanif" or "tunableif" or "true" or "false":
                foreach (var part in statement.Items.Where(i => i.IsList))
                {
                    Read(part, arguments, caller ?? (statement.Keyword is "true" or "false" ? null : statement.Marks.FirstOrDefault()), depth);
                }

                break;
        }
    }

    private void Add(string? source, string? target, CilStatement what, Dictionary<string, string> arguments, SourceMark mark)
    {
        if (source is null || target is null || what.TextAt(0) is not { } @class)
        {
            return;
        }

        var key = (source, target == "self" ? source : target, arguments.GetValueOrDefault(@class, @class));
        if (!_rules.TryGetValue(key, out var rules))
        {
            _rules[key] = rules = [];
        }

        rules.Add(([.. what.Items.Skip(1).SelectMany(i => i.Names).Select(n => arguments.GetValueOrDefault(n, n))], mark));
    }

    private static string? Name(CilStatement statement, int index, Dictionary<string, string> arguments) =>
        statement.TextAt(index) is { } name ? arguments.GetValueOrDefault(name, name) : null;
}
