using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Explaining;

/// <summary>A denial of a log: why it was denied, and what to write where a rule is missing.</summary>
/// <param name="Denial">The denial.</param>
/// <param name="Causes">The causes that are not a missing rule alone; each permission is in one at most.</param>
/// <param name="Plan">What to write for the permissions that no rule gives; <see langword="null"/> if there are none.</param>
internal sealed record DenialReport(Denial Denial, ImmutableArray<DenialCause> Causes, AccessPlan? Plan)
{
    /// <summary>The guard of the base that forbids a rule for it: a neverallow rule that leaves out the members of some attributes. <see langword="null"/> if there is none.</summary>
    public IndexedGuard? Guard { get; init; }

    /// <summary>The ports that want a type of their own, so that no access to their type is proposed.</summary>
    public ImmutableArray<int> OwnPorts { get; init; } = [];

    /// <summary>Constraints that would still forbid it once a rule allowed it.</summary>
    public ImmutableArray<FailedConstraint> Constraints { get; init; } = [];

    /// <summary>Whether the transition into a domain, which is denied too, gives it.</summary>
    public bool IsOfTransition { get; init; }

    /// <summary>What the levels of the contexts suggest, if no policy is at hand to decide: they differ.</summary>
    public DeniedContexts? DifferentLevels { get; init; }

    /// <summary>Whether the denial is about a process that would enter another domain.</summary>
    public bool IsTransition => Denial.Class == "process" && Denial.Permissions.Contains("transition") && Denial.Source != Denial.Target;

    /// <summary>Whether it is about a domain transition under no_new_privs or from a nosuid mount.</summary>
    public bool IsRestrictedTransition => Denial.Class == "process2" && Denial.Permissions.Any(p => p is "nnp_transition" or "nosuid_transition");
}
