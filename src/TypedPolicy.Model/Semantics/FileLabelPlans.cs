using System.Collections.Immutable;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Semantics;

/// <summary>The plans of the targets: one for all that have the same equivalences, since rewriting paths is what a plan costs.</summary>
/// <param name="spelling">The target whose spelling the author writes.</param>
/// <param name="labels">All labels of the policy, with the block that may leave each out.</param>
internal sealed class FileLabelPlans(Target spelling, ImmutableArray<(FileLabel Label, string? Block)> labels)
{
    private readonly List<FileLabelPlan> _plans = [];

    /// <summary>The plan of a target.</summary>
    public FileLabelPlan For(Target target)
    {
        lock (_plans)
        {
            foreach (var plan in _plans)
            {
                if (plan.Serves(target))
                {
                    return plan;
                }
            }

            var made = new FileLabelPlan(target, spelling, labels);
            _plans.Add(made);
            return made;
        }
    }
}
