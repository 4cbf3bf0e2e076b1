using System.Collections.Immutable;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Whether something is allowed, and if not, what prevents it.</summary>
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

    /// <summary>A rule grants <c>ioctl</c>, and extended permissions leave this request out.</summary>
    IoctlRequest,
}

/// <summary>The answer to a question of access.</summary>
/// <param name="Outcome">What decides.</param>
/// <param name="Rules">The rules that give the permission; where their condition does not hold, those that would.</param>
/// <param name="Obstacle">The constraint that is not met, in the policy language, or the two roles, the type that bounds, the requests that are allowed; empty otherwise.</param>
public sealed record AccessAnswer(AccessOutcome Outcome, ImmutableArray<PolicyRule> Rules, string Obstacle)
{
    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Outcome == AccessOutcome.Allowed;

    /// <summary>What decides, in words: <c>allowed</c>, or what prevents it.</summary>
    public string Reason => Outcome switch
    {
        AccessOutcome.Allowed when IoctlRequests is { } requests => $"allowed, but only the ioctl requests {string.Join(", ", requests)}",
        AccessOutcome.Allowed => "allowed",
        AccessOutcome.NoRule => "no rule grants it",
        AccessOutcome.ConditionDoesNotHold => "the rule that grants it depends on a boolean that is set otherwise",
        AccessOutcome.Constraint => $"a rule grants it, but a constraint denies it: {Obstacle}",
        AccessOutcome.Roles => $"a rule grants it, but no rule lets one role become the other: {Obstacle}",
        AccessOutcome.IoctlRequest when Obstacle.Length == 0 => "a rule grants ioctl, but extended permissions allow no request",
        AccessOutcome.IoctlRequest => $"a rule grants ioctl, but extended permissions allow only the requests {Obstacle}",
        _ => $"a rule grants it, but {Obstacle}, which bounds the type, does not have it",
    };

    /// <summary>The requests that <c>ioctl</c> is limited to by extended permissions, ascending; null if none limit it.</summary>
    public ImmutableArray<IoctlRange>? IoctlRequests { get; init; }
}
