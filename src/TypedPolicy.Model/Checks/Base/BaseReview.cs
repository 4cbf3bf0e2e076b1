using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>What the base policy makes of a policy: rules that need to know names, guards or interfaces of the base. Analyzers alone run them; the build links with the base itself.</summary>
public static class BaseReview
{
    /// <summary>The rules that it looks for.</summary>
    public static ImmutableArray<DiagnosticId> Rules { get; } =
    [
        DiagnosticId.NameOfBasePolicy, DiagnosticId.MisspeltNameInOptional, DiagnosticId.OutsideDomainAttribute, DiagnosticId.SharedEntrypoint, DiagnosticId.NoNewPrivileges, DiagnosticId.UnreachableProgram, DiagnosticId.RoleMayNotRunDomain, DiagnosticId.LabelNotFileType, DiagnosticId.LabelDiffersFromBase, DiagnosticId.UnreachableFiles, DiagnosticId.UnreachableLabels, DiagnosticId.GuardedAccess, DiagnosticId.BroadAccess,
        DiagnosticId.PrivilegedMembership, DiagnosticId.IncompleteKernelLogAccess, DiagnosticId.CategoriesWithoutEffect, DiagnosticId.ConflictingNetworkLabels, DiagnosticId.PortWithoutAddress, DiagnosticId.LowPortWithoutCapability, DiagnosticId.RawRuleInsteadOfInterface, DiagnosticId.ForeignTypeGivenAccess, DiagnosticId.UndeclaredName, DiagnosticId.DeprecatedInterface, DiagnosticId.DependencyOutsideOptional, DiagnosticId.MissingInTarget,
        DiagnosticId.PermissionSetDiffers,
    ];

    /// <summary>Reviews a policy.</summary>
    /// <param name="analysis">The policy.</param>
    /// <param name="known">What is known of the base.</param>
    public static ImmutableArray<Finding> Run(PolicyAnalysis analysis, BaseKnowledge known)
    {
        var rules = analysis.Visits;
        var policy = new ReviewedPolicy(analysis.Model, [.. rules.Where(v => !v.InInterface)], analysis.Types, known);
        ImmutableArray<Finding> guarded = [.. GuardedAccess.Run(policy)];
        return
        [
            .. DeclaredInBase.Run(policy),
            .. UnknownNames.Run(policy),
            .. OutsideDomain.Run(policy),
            .. SharedEntrypoints.Run(policy),
            .. RestrictedServices.Run(policy),
            .. LabelsOutsideFiles.Run(policy),
            .. LabelsOfBase.Run(policy),
            .. PortsOfBase.Run(policy),
            .. BoundAddresses.Run(policy),
            .. UnreachablePrograms.Run(policy),
            .. MissingRoles.Run(policy),
            .. KernelLog.Run(policy),
            .. CategoriesWithoutEffect.Run(policy),
            .. UnreachableFiles.Run(policy),
            .. guarded,
            .. BroadAccess.Run(policy),
            .. PrivilegedMemberships.Run(policy),
            .. AccessOfInterfaces.Run(policy, guarded),
            .. ForeignSubjects.Run(policy),
            .. DeprecatedInterfaces.Run(policy, rules),
            .. ModulesApart.Run(policy),
            .. LackingClasses.Run(policy),
            .. DifferingSets.Run(policy),
        ];
    }
}

/// <summary>A policy and the base that it is reviewed against.</summary>
/// <param name="Model">The policy.</param>
/// <param name="Rules">Its rules, calls written out, those of its interfaces left out.</param>
/// <param name="Types">What its names stand for.</param>
/// <param name="Base">What is known of the base.</param>
internal sealed record ReviewedPolicy(PolicyModel Model, ImmutableArray<RuleVisit> Rules, KnownTypes Types, BaseKnowledge Base)
{
    /// <summary>The access that rules allow, transitions taken apart.</summary>
    public ImmutableArray<(RuleVisit Visit, AccessRule Access)> Allowed { get; } =
    [
        .. Rules
            .Where(v => Place(v).Index >= 0)
            .SelectMany(v => DomainTransitions.Parts(v.Rule).OfType<AccessRule>(), (v, access) => (v, access))
            .Where(pair => pair.access is { Kind: AccessKind.Allow, Permissions.IsNamed: false }),
    ];

    /// <summary>Every allow rule, transitions taken apart, by the name of its source; also those that other assemblies hold, and those for class maps.</summary>
    public ILookup<string, AccessRule> Everything { get; } = Rules
        .SelectMany(v => DomainTransitions.Parts(v.Rule).OfType<AccessRule>())
        .Where(access => access.Kind == AccessKind.Allow)
        .ToLookup(access => access.Source.Name, StringComparer.Ordinal);

    /// <summary>What the policy and the base of each target together let types do, and which types the directories have there.</summary>
    public ImmutableArray<Side> Effective => _effective.IsDefault
        ? _effective = [.. Base.Bases.Select(b => new Side(b, new EffectiveAccess(this, b), new LabelledDirectories(this, b, Base.Bases[0].Target)))]
        : _effective;

    private ImmutableArray<Side> _effective;

    /// <summary>The places of classes. A rule that seems to be there is one of a template in another assembly: its author is not the one who reads this.</summary>
    public HashSet<Origin> Declared { get; } = [.. Model.Declarations.Select(d => d.Origin)];

    /// <summary>The rules that a class declares for itself, in its blocks too: the places of their attributes, and the class.</summary>
    public HashSet<(Origin, EntityRef)> Carriers { get; } = [.. Model.Declarations.SelectMany(d => Said(d.Rules), (d, rule) => (rule.Origin, d.Entity))];

    /// <summary>For a message: <c> on Debian 12</c>, where the policy is for several targets; else nothing.</summary>
    public string On(TargetBase @base) => Base.Bases.Length > 1 ? $" on {@base.Name}" : "";

    /// <summary>Where the author wrote what a rule comes from.</summary>
    public static Origin Place(RuleVisit visit) => visit.Through?.Origin ?? visit.Rule.Origin;

    private static IEnumerable<Rule> Said(IEnumerable<Rule> rules) => rules.SelectMany(rule => rule is Block block ? Said(block.Rules) : [rule]);
}

/// <summary>A policy as it is on one of its targets.</summary>
/// <param name="Base">The base of the target.</param>
/// <param name="Access">What both together let types do.</param>
/// <param name="Directories">Which types directories have.</param>
internal readonly record struct Side(TargetBase Base, EffectiveAccess Access, LabelledDirectories Directories);
