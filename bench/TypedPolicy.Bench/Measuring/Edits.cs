using Microsoft.CodeAnalysis;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Generators;

namespace TypedPolicy.Bench.Measuring;

/// <summary>What the generator runs again after an edit.</summary>
internal static class Edits
{
    private static readonly string[] All =
        [Steps.Settings, Steps.Policy, Steps.Model, Steps.Places, Steps.Findings, Steps.Problems, Steps.LineMarks, Steps.Artifacts];

    public static IEnumerable<(string Name, Sample Time, string Ran)> Measure(SyntheticCompilation policy, int runs)
    {
        yield return Measure("an edit in a file without policy", policy, SyntheticCompilation.EditOrdinary, runs);
        yield return Measure("a comment that moves the lines of a policy file", policy, SyntheticCompilation.MoveLines, runs);
        yield return Measure("one permission more", policy, SyntheticCompilation.EditRule, runs);
    }

    private static (string Name, Sample Time, string Ran) Measure(string name, SyntheticCompilation policy, Func<Compilation, Compilation> edit, int runs)
    {
        var compilation = policy.Fresh();
        var tracked = SyntheticCompilation.Driver(track: true).RunGenerators(compilation).RunGenerators(edit(compilation));
        var untracked = SyntheticCompilation.Driver().RunGenerators(compilation);
        return (name, Sample.Of(runs, () => edit(policy.Fresh()), c => untracked.RunGenerators(c)), Ran(tracked.GetRunResult().Results[0]));
    }

    /// <summary>The steps that did work, and those that the driver took from before.</summary>
    private static string Ran(GeneratorRunResult result)
    {
        var steps = All.Where(result.TrackedSteps.ContainsKey).Select(s => (Name: s, Reasons: result.TrackedSteps[s].SelectMany(r => r.Outputs).Select(o => o.Reason).ToArray())).ToArray();
        var output = result.TrackedOutputSteps.Values.SelectMany(s => s).SelectMany(s => s.Outputs).All(o => o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
        var ran = steps.Where(s => s.Reasons.Any(r => r is not IncrementalStepRunReason.Cached)).Select(s => $"{s.Name} ({string.Join(",", s.Reasons.Distinct()).ToLowerInvariant()})");
        return $"{string.Join(", ", ran)}; output {(output ? "kept" : "made anew")}";
    }
}
