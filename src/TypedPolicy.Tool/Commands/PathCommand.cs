using System.Collections.Immutable;
using System.CommandLine;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy path</c>: the paths from one domain into another.</summary>
internal static class PathCommand
{
    private const int MaxListed = 1_000;

    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "The domain to begin in." };
        var target = new Argument<string>("target") { Description = "The domain to reach." };
        var maxSteps = CommonOptions.Number("--max-steps", "List all paths of at most STEPS steps, shortest first (default: one shortest path).", "STEPS", 1, 12);
        var booleans = new Option<bool>("--as-set") { Description = "Use only the rules that are in effect with the default booleans, --on and --off (default: all rules)." };
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("path", "Reports how one domain can become another: the transitions, and the rules that allow each of them.") { source, target, maxSteps, booleans, format };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var transitions = new DomainTransitions(policy.Kernel, parsed.GetValue(booleans) ? policy.Booleans : null);
            var (from, to) = (parsed.GetValue(source)!, parsed.GetValue(target)!);
            var paths = Progress.Run<List<ImmutableArray<DomainTransition>>>("Searching", () => parsed.GetValue(maxSteps) is { } steps
                ? [.. transitions.Paths(from, to, steps).Take(MaxListed + 1)]
                : transitions.ShortestPath(from, to) is { } one ? [one] : []);
            if (paths.Count > MaxListed)
            {
                throw new SepolException($"More than {MaxListed:N0} paths lead from {from} to {to}. Ask for those of fewer steps.");
            }

            Write(parsed.InvocationConfiguration.Output, policy, from, to, paths, parsed.GetValue(format));
            return paths.Count > 0 ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static void Write(TextWriter output, AskedPolicy policy, string source, string target, List<ImmutableArray<DomainTransition>> paths, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { source, target, paths = paths.Select(p => p.Select(s => Answer(s, policy))), build = policy.BuildAnswer });
            return;
        }

        if (paths.Count == 0)
        {
            output.Line($"No transitions lead from {source} to {target}.");
        }

        foreach (var path in paths)
        {
            // One step is a heading by itself.
            if (path.Length > 1)
            {
                output.Line(string.Join(" → ", path.Select(s => s.Target).Prepend(source)));
            }

            foreach (var step in path)
            {
                output.Line($"  {step.Source} → {step.Target}{(step.IsDynamic ? ", also without executing anything" : "")}");
                RuleLines.Write(output, RulesOf(step), rule => policy.Line(rule, Needed(rule)));
            }
        }
    }

    private static IEnumerable<PolicyRule> RulesOf(DomainTransition step) => step.Rules.Concat(step.Entrypoints.SelectMany(e => e.Rules));

    // What a transition takes; the rule may give more, which other lines say.
    private static string? Needed(PolicyRule rule) => rule.Permissions.FirstOrDefault(p => p is "transition" or "dyntransition" or "execute" or "entrypoint");

    private static object Answer(DomainTransition step, AskedPolicy policy) => new
    {
        step.Source,
        step.Target,
        step.IsDynamic,
        Rules = step.Rules.Select(r => r.ToString()),
        Entrypoints = step.Entrypoints.Select(e => new { e.Executable, e.IsAutomatic, Rules = e.Rules.Select(r => r.ToString()) }),
        sources = RulesOf(step).Select(r => policy.Show(r, Needed(r))).SelectMany(r => r.Sources.Select(s => new { r.Rule, s.File, s.Line })),
    };
}
