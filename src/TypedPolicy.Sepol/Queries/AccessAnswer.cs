using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Whether something is allowed, and if not, what stands in the way.</summary>
public enum AccessOutcome
{
    /// <summary>It is allowed.</summary>
    Allowed,

    /// <summary>No rule gives the permission.</summary>
    NoRule,

    /// <summary>A rule would give it, were a boolean set otherwise.</summary>
    ConditionDoesNotHold,

    /// <summary>A rule gives it, and a constraint takes it: of users, roles or types, or of MLS.</summary>
    Constraint,

    /// <summary>A rule gives it, and no role transition is allowed between the two roles.</summary>
    Roles,

    /// <summary>A rule gives it, and the type that bounds the source, or its own bounds, does not have it.</summary>
    Bounds,
}

/// <summary>The answer to a question of access.</summary>
/// <param name="Outcome">What decides.</param>
/// <param name="Rules">The rules that give the permission; where their condition does not hold, those that would.</param>
/// <param name="Obstacle">The constraint that is not met, in the policy language, or the two roles, or the type that bounds; empty otherwise.</param>
public sealed record AccessAnswer(AccessOutcome Outcome, ImmutableArray<PolicyRule> Rules, string Obstacle)
{
    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Outcome == AccessOutcome.Allowed;
}
