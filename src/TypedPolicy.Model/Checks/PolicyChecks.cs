using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Model.Checks;

/// <summary>The checks of a policy that need nothing but its model. The generator and the analyzers run the same ones.</summary>
public static class PolicyChecks
{
    /// <summary>Runs all checks.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="targets">The targets that it is written for.</param>
    /// <param name="format">How file contexts are written.</param>
    public static ImmutableArray<Finding> Run(PolicyAnalysis policy, ImmutableArray<Target> targets, FileContextFormat format = FileContextFormat.Plain)
    {
        var (model, interfaces, rules) = (policy.Model, policy.Interfaces, policy.Rules);
        return
        [
            .. model.Findings,
            .. NameChecks.Run(model),
            .. UsedNameChecks.Run(model, rules),
            .. InterfaceChecks.Run(model, interfaces),
            .. KindChecks.Run(model, rules),
            .. ConditionalChecks.Run(rules, interfaces),
            .. MembershipChecks.Run(model, rules),
            .. BoundsChecks.Run(rules),
            .. TransitionChecks.Run(model, rules),
            .. FileLabelChecks.Run(policy, targets),
            .. QuotedPathChecks.Run(policy, format),
            .. NetworkLabelChecks.Run(rules),
            .. NeverAllowChecks.Run(policy),
        ];
    }

    /// <summary>The targets in whose paths no label contradicts another: policy for the others would differ from the C#.</summary>
    /// <param name="policy">A policy that the checks found nothing wrong with.</param>
    /// <param name="targets">The targets to choose from.</param>
    public static ImmutableArray<Target> TargetsWithoutConflict(PolicyAnalysis policy, ImmutableArray<Target> targets) =>
        FileLabelChecks.TargetsWithoutConflict(policy, targets);
}
