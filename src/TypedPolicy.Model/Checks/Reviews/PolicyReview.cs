using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>What may be written and yet is a mistake: rules over the whole policy that keep nothing from the disk. Analyzers alone run them.</summary>
public static class PolicyReview
{
    /// <summary>The rules that it looks for.</summary>
    public static ImmutableArray<DiagnosticId> Rules { get; } =
    [
        DiagnosticId.AttributePassedForType, DiagnosticId.AttributeWithoutMembers, DiagnosticId.RedundantRule, DiagnosticId.ClassNeverOfTarget, DiagnosticId.ExclusionWrittenOut, DiagnosticId.IoctlListDeniesOthers, DiagnosticId.IoctlListWithoutGrant, DiagnosticId.IncompleteDomainTransition, DiagnosticId.DomainWithoutEntrypoint, DiagnosticId.DomainWithoutRole, DiagnosticId.ExecutableWithoutLabel,
        DiagnosticId.IncompleteFileTransition, DiagnosticId.RedundantLabel, DiagnosticId.LabelOfEveryAndOneKind, DiagnosticId.FileTypeWithoutLabel, DiagnosticId.WritableExecutable, DiagnosticId.UnusedDeclaration,
    ];

    /// <summary>Reviews a policy that the checks found nothing wrong with, or as much as there is of one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="places">Its places.</param>
    public static ImmutableArray<Finding> Run(PolicyAnalysis policy, ImmutableArray<Place> places)
    {
        var (model, rules, types, access) = (policy.Model, policy.Visits, policy.Types, policy.Access);
        return
        [
            .. MembershipOfAttributes.Run(rules, policy.Interfaces),
            .. EmptyAttributes.Run(model, rules, types),
            .. RepeatedRules.Run(rules, places),
            .. ClassesAndTargets.Run(rules, types),
            .. ExpandedExclusions.Run(model),
            .. IoctlRulesAlone.Run(rules, types, access),
            .. IncompleteTransitions.Run(rules, types, access),
            .. DomainsAndExecutables.Run(model, rules, types),
            .. RepeatedLabels.Run(rules, places),
            .. UnseenFileTypes.Run(model, rules, types),
            .. WritableExecutables.Run(rules, types),
            .. UnusedDeclarations.Run(model, rules),
        ];
    }
}
