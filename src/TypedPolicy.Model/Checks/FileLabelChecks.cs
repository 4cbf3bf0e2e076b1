using System.Collections.Immutable;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks;

/// <summary>TP4009: one path and kind with two labels, in the spelling of any target. libsepol 3.4 takes the first without a word.</summary>
internal static class FileLabelChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, InterfaceTable interfaces, ImmutableArray<Target> targets, Target spelling)
    {
        var labels = FileLabels.Of(model, interfaces).ToArray();
        var reported = new HashSet<(Origin, Origin)>();
        var plans = new FileLabelPlans(spelling, []);
        var checkedPlans = new HashSet<FileLabelPlan>();
        foreach (var target in targets.Prepend(spelling))
        {
            var plan = plans.For(target);
            if (!checkedPlans.Add(plan))
            {
                continue;
            }

            var seen = new Dictionary<(string, FileKind), FileLabel>();
            foreach (var (label, _) in labels)
            {
                if (plan.Take(label, mayBeLeftOut: true) is not { } written)
                {
                    continue;
                }

                var key = (written.Path.Text, written.Kind);
                if (!seen.TryGetValue(key, out var first))
                {
                    seen.Add(key, written);
                }
                else if (first.Context != written.Context && reported.Add((written.Origin, first.Origin)))
                {
                    yield return Conflict(written, first, target, spelling);
                    yield return Conflict(first, written, target, spelling);
                }
            }
        }
    }

    private static Finding Conflict(FileLabel one, FileLabel other, Target target, Target spelling) => new(
        RuleId.TP4009,
        new Spot(one.Origin),
        $"{one.Path.Text} ({one.Kind.CilName()}) is labelled {Label(one)} here and {Label(other)} elsewhere{(target.Name == spelling.Name ? "" : $" in the paths of {target.Name}")}. Keep one of them.",
        EquatableArray.Of(other.Origin));

    private static string Label(FileLabel label) => label.Context?.ToString() ?? "<<none>>";
}
