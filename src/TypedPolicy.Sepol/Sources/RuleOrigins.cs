using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Sources;

/// <summary>
/// Which C# lines the rules of modules that allow access or give types come from, by their line marks: calls are followed to the rules that they expand to. Never changes;
/// any number of threads may ask.
/// </summary>
public sealed class RuleOrigins
{
    // Macros cannot call themselves in policy that links; in other policy they may.
    private const int MaxCallDepth = 24;

    /// <summary>How many statements are followed, those in macros once for each call. Calls that call ten times multiply; what is beyond has no line.</summary>
    public const int MaxStatements = 1_000_000;

    private int _statements;

    private readonly Dictionary<string, CilStatement> _macros = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Source, string Target, string Class, string? Name), List<(HashSet<string> Permissions, SourceMark Mark)>> _rules = [];

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

    /// <summary>The lines that an <c>allow</c>, <c>allowxperm</c>, <c>auditallow</c> or <c>dontaudit</c> rule of the linked policy comes from: those of the attribute that applies an interface, where one does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="permission">One of its permissions.</param>
    /// <param name="policy">The policy, by which a rule of an attribute on <c>self</c> is found: linking makes a rule of each type of it.</param>
    public IReadOnlyList<SourceMark> Of(PolicyRule rule, string permission, KernelPolicy? policy = null)
    {
        var kind = rule.Kind == "allowxperm" ? "allowx" : rule.Kind;
        var found = Lines(kind, rule.Source, rule.Target);
        return found.Count > 0 || policy is null || rule.Source != rule.Target ? found
            : [.. policy.AttributesOf(rule.Source).SelectMany(a => Lines(kind, a, KernelPolicy.Self)).Distinct()];

        IReadOnlyList<SourceMark> Lines(string keyword, string source, string target) =>
            _rules.TryGetValue((keyword, source, target, rule.Class, null), out var known)
                ? [.. known.Where(f => kind == "allowx" || f.Permissions.Contains(permission) || f.Permissions.Contains("all")).Select(f => f.Mark).Distinct()]
                : [];
    }

    /// <summary>The lines that the type of something new comes from.</summary>
    /// <param name="policy">The policy, whose attributes rules may name.</param>
    /// <param name="source">The type that makes it.</param>
    /// <param name="target">The type of the executable or of the directory.</param>
    /// <param name="class">The class of what is made.</param>
    /// <param name="result">The type that it gets.</param>
    /// <param name="name">The name of what is made; null if no rule for a name counts. Rules for the name come before those for any.</param>
    public IReadOnlyList<SourceMark> OfTransition(KernelPolicy policy, string source, string target, string @class, string result, string? name = null)
    {
        string[] targets = [target, .. policy.AttributesOf(target), KernelPolicy.Self];
        return name is not null && Lines(name) is { Count: > 0 } named ? named : Lines(null);

        List<SourceMark> Lines(string? of) =>
        [
            .. policy.AttributesOf(source).Prepend(source)
                .SelectMany(s => targets.Select(t => _rules.GetValueOrDefault(("typetransition", s, t, @class, of))))
                .Where(r => r is not null)
                .SelectMany(r => r!.Where(f => f.Permissions.Contains(result)))
                .Select(f => f.Mark)
                .Distinct(),
        ];
    }

    private void Read(CilStatement statement, Dictionary<string, string> arguments, SourceMark? caller, int depth)
    {
        if (++_statements > MaxStatements)
        {
            return;
        }

        switch (statement.Keyword)
        {
            case "allow" or "dontaudit" or "auditallow" when statement.Items.Count == 4 && (caller ?? statement.Marks.FirstOrDefault()) is { } mark:
                Add(statement, statement.Items[3].TextAt(0), statement.Items[3].Items.Skip(1).SelectMany(i => i.Names), arguments, mark);
                break;
            case "allowx" when statement.Items.Count == 4 && (caller ?? statement.Marks.FirstOrDefault()) is { } mark:
                Add(statement, statement.Items[3].TextAt(1), [], arguments, mark);
                break;
            case "typetransition" when statement.Items.Count is 5 or 6 && (caller ?? statement.Marks.FirstOrDefault()) is { } mark:
                Add(statement, statement.TextAt(3), statement.Items[^1].Names, arguments, mark, statement.Items.Count == 6 ? FileName(statement.Items[4], arguments) : null);
                break;
            case "call" when depth < MaxCallDepth && statement.TextAt(1) is { } name && _macros.TryGetValue(name, out var macro):
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

    private void Add(CilStatement statement, string? @class, IEnumerable<string> what, Dictionary<string, string> arguments, SourceMark mark, string? name = null)
    {
        if (Name(statement, 1, arguments) is not { } source || Name(statement, 2, arguments) is not { } target || @class is null)
        {
            return;
        }

        // Where a type is its own target, the linked rule names it twice; that of an attribute does not.
        var permissions = what.Select(n => arguments.GetValueOrDefault(n, n)).ToHashSet(StringComparer.Ordinal);
        string[] targets = target == KernelPolicy.Self ? [source, KernelPolicy.Self] : [target];
        foreach (var one in targets)
        {
            var key = (statement.Keyword!, source, one, arguments.GetValueOrDefault(@class, @class), name);
            if (!_rules.TryGetValue(key, out var rules))
            {
                _rules[key] = rules = [];
            }

            rules.Add((permissions, mark));
        }
    }

    // An unquoted one in a macro is a parameter.
    private static string? FileName(CilStatement item, Dictionary<string, string> arguments) =>
        item is { Text: { } name, IsQuoted: false } ? arguments.GetValueOrDefault(name, name) : item.Text;

    private static string? Name(CilStatement statement, int index, Dictionary<string, string> arguments) =>
        statement.TextAt(index) is { } name ? arguments.GetValueOrDefault(name, name) : null;
}
