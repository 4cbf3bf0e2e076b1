using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks;

/// <summary>TP4009: one path and kind with two labels, in the spelling of any target. libsepol 3.4 takes the first silently.</summary>
internal static class FileLabelChecks
{
    public static IEnumerable<Finding> Run(PolicyAnalysis policy, ImmutableArray<Target> targets)
    {
        var reported = new HashSet<(Origin, Origin)>();
        var checkedPlans = new HashSet<FileLabelPlan>();
        foreach (var target in targets.Prepend(policy.Spelling))
        {
            var plan = policy.Plans.For(target);
            if (!checkedPlans.Add(plan))
            {
                continue;
            }

            foreach (var (one, other) in Conflicts(policy, plan))
            {
                if (reported.Add((one.Origin, other.Origin)))
                {
                    yield return Conflict(one, other, target, policy.Spelling);
                    yield return Conflict(other, one, target, policy.Spelling);
                }
            }
        }
    }

    /// <summary>The targets for which nothing is found.</summary>
    public static ImmutableArray<Target> TargetsWithoutConflict(PolicyAnalysis policy, ImmutableArray<Target> targets)
    {
        var clean = new Dictionary<FileLabelPlan, bool>();
        foreach (var plan in targets.Select(policy.Plans.For).Distinct())
        {
            clean.Add(plan, !Conflicts(policy, plan).Any());
        }

        return [.. targets.Where(target => clean[policy.Plans.For(target)])];
    }

    private static IEnumerable<(FileLabel, FileLabel)> Conflicts(PolicyAnalysis policy, FileLabelPlan plan)
    {
        var seen = new Dictionary<(string, FileKind), FileLabel>();
        foreach (var (label, _) in policy.FileLabels)
        {
            var written = plan.Rewrite(label);
            var key = (written.Path.Text, written.Kind);
            if (!seen.TryGetValue(key, out var first))
            {
                seen.Add(key, written);
            }
            else if (first.Context != written.Context)
            {
                yield return (written, first);
            }
        }
    }

    private static Finding Conflict(FileLabel one, FileLabel other, Target target, Target spelling) => new(
        RuleCatalogue.ConflictingLabels.DifferentLabels.With(one.Path.Text, one.Kind.CilName(), Label(one), Label(other), target.Name == spelling.Name ? "" : $" in the paths of {target.Name}"),
        new Spot(one.Origin),
        EquatableArray.Of(other.Origin));

    private static string Label(FileLabel label) => label.Context?.ToString() ?? FileContextWords.None;
}
