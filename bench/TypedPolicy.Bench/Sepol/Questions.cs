using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Bench.Sepol;

/// <summary>A thousand questions about a policy, of six kinds, by chance and always the same. Each is a line: its kind, then its words.</summary>
internal static class Questions
{
    /// <summary>How many of each kind there are.</summary>
    public static IReadOnlyList<(string Kind, int Count)> Mix { get; } =
        [("allow", 400), ("transition", 200), ("label", 200), ("members", 100), ("path", 50), ("flow", 50)];

    public static List<string> Make(KernelPolicy policy, FileContexts labels)
    {
        var random = new Random(5);
        var rules = policy.Rules.Where(r => r.Kind == "allow").ToList();
        var transitions = policy.Rules.Where(r => r.Kind == "type_transition" && r.Condition.Length == 0).ToList();
        var domains = policy.MembersOf("domain");
        var paths = labels.Lines.Select(l => l.Pattern.Replace("(/.*)?", "/some.file", StringComparison.Ordinal).Replace("\\.", ".", StringComparison.Ordinal))
            .Where(p => p.StartsWith('/') && p.All(c => char.IsAsciiLetterOrDigit(c) || "/._-".Contains(c))).ToList();
        var makers = new Dictionary<string, Func<int, string>>
        {
            // Every second one is made from a rule, so that as many have a yes for an answer.
            ["allow"] = i =>
            {
                var rule = Pick(rules);
                return i % 2 == 0
                    ? $"{Pick(policy.MembersOf(rule.Source))} {Pick(policy.MembersOf(rule.Target))} {rule.Class} {Pick(rule.Permissions)}"
                    : $"{Pick(policy.Types)} {Pick(policy.Types)} {rule.Class} {Pick(rule.Permissions)}";
            },
            ["transition"] = _ =>
            {
                var rule = Pick(transitions);
                return $"{rule.Source} {rule.Target} {rule.Class}";
            },
            ["label"] = _ => Pick(paths),
            ["members"] = _ => Pick(policy.Attributes),
            ["path"] = _ => $"{Pick(domains)} {Pick(domains)}",
            ["flow"] = _ => $"{Pick(policy.Types)} {Pick(policy.Types)}",
        };
        return [.. Mix.SelectMany(m => Enumerable.Range(0, m.Count).Select(i => $"{m.Kind} {makers[m.Kind](i)}"))];

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
