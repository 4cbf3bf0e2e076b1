using System.Collections.Immutable;
using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>What the base policy makes of a policy: rules that need to know names, guards or interfaces of the base. Analyzers alone run them; the build links with the base itself.</summary>
public static class BaseReview
{
    /// <summary>The rules that it looks for.</summary>
    public static ImmutableArray<RuleId> Rules { get; } =
    [
        RuleId.TP1002, RuleId.TP1012, RuleId.TP3005, RuleId.TP3007, RuleId.TP3008, RuleId.TP4013, RuleId.TP4017, RuleId.TP5006, RuleId.TP5007,
        RuleId.TP5008, RuleId.TP6002, RuleId.TP7001, RuleId.TP7002, RuleId.TP7003, RuleId.TP7004, RuleId.TP7005,
    ];

    /// <summary>Reviews a policy.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="known">What is known of the base.</param>
    public static ImmutableArray<Finding> Run(PolicyModel model, BaseKnowledge known)
    {
        var interfaces = new InterfaceTable(model);
        var rules = ReviewedRule.Of(model, interfaces).ToImmutableArray();
        var applied = rules.Where(v => !v.InInterface).ToImmutableArray();
        var types = new KnownTypes(model, applied.Select(v => v.Rule).Concat(rules.Select(v => v.Rule).OfType<RawRule>()));
        var policy = new ReviewedPolicy(model, applied, types, known);
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
            .. GuardedAccess.Run(policy),
            .. BroadAccess.Run(policy),
            .. PrivilegedMemberships.Run(policy),
            .. AccessOfInterfaces.Run(policy),
            .. ForeignSubjects.Run(policy),
            .. DeprecatedInterfaces.Run(policy, rules),
            .. ModulesApart.Run(policy),
        ];
    }
}

/// <summary>A policy and the base that it is reviewed against.</summary>
/// <param name="Model">The policy.</param>
/// <param name="Rules">Its rules, calls written out, those of its interfaces left out.</param>
/// <param name="Types">What its names stand for.</param>
/// <param name="Base">What is known of the base.</param>
internal sealed record ReviewedPolicy(PolicyModel Model, ImmutableArray<ReviewedRule> Rules, KnownTypes Types, BaseKnowledge Base)
{
    /// <summary>The access that rules allow, transitions taken apart.</summary>
    public ImmutableArray<(ReviewedRule Visit, AccessRule Access)> Allowed { get; } =
    [
        .. Rules
            .Where(v => Place(v).Index >= 0)
            .SelectMany(v => DomainTransitions.Parts(v.Rule).OfType<AccessRule>(), (v, access) => (v, access))
            .Where(pair => pair.access is { Kind: AccessKind.Allow, Permissions.IsNamed: false }),
    ];

    /// <summary>The places of classes. A rule that seems to stand there is one of a template in another assembly: its author is not the one who reads this.</summary>
    public HashSet<Origin> Declared { get; } = [.. Model.Declarations.Select(d => d.Origin)];

    /// <summary>Where the author wrote what a rule comes from.</summary>
    public static Origin Place(ReviewedRule visit) => visit.Through?.Origin ?? visit.Rule.Origin;

    /// <summary>What stands for a target: <c>self</c> is the source.</summary>
    public static EntityRef TargetOf(AccessRule access) => access.Target.Kind == EntityKind.Self ? access.Source : access.Target;
}
