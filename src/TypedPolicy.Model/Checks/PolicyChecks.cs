using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Model.Checks;

/// <summary>The checks of a policy that need nothing but its model. The generator and the analyzers run the same ones.</summary>
public static class PolicyChecks
{
    /// <summary>Runs all checks.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="targets">The targets that it is written for.</param>
    /// <param name="spelling">The target whose paths the author writes.</param>
    /// <param name="format">How file contexts are written.</param>
    public static ImmutableArray<Finding> Run(PolicyModel model, ImmutableArray<Target> targets, Target spelling, FileContextFormat format = FileContextFormat.Plain)
    {
        var interfaces = new InterfaceTable(model);
        var rules = RuleVisit.Of(model, interfaces).ToImmutableArray();
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
            .. FileLabelChecks.Run(model, interfaces, targets, spelling),
            .. QuotedPathChecks.Run(model, interfaces, format),
            .. NetworkLabelChecks.Run(rules),
            .. NeverAllowChecks.Run(model, rules),
        ];
    }

    /// <summary>The targets in whose paths no label contradicts another: policy for the others would not say what the C# says.</summary>
    /// <param name="model">A policy that the checks found nothing wrong with.</param>
    /// <param name="targets">The targets to choose from.</param>
    /// <param name="spelling">The target whose paths the author writes.</param>
    public static ImmutableArray<Target> TargetsWithoutConflict(PolicyModel model, ImmutableArray<Target> targets, Target spelling) =>
        FileLabelChecks.TargetsWithoutConflict(model, new InterfaceTable(model), targets, spelling);
}
