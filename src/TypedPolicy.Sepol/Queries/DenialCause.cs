using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Why a policy denies something that a log reports as denied.</summary>
public enum DenialCauseKind
{
    /// <summary>No rule allows it.</summary>
    NoRule,

    /// <summary>This policy allows it: another policy was loaded when it was denied.</summary>
    Allowed,

    /// <summary>A rule allows it only with other booleans.</summary>
    Boolean,

    /// <summary>A rule allows it, and a constraint of users, roles, types or levels forbids it.</summary>
    Constraint,

    /// <summary>A rule allows it, and no rule allows one role to change to the other.</summary>
    Role,

    /// <summary>A rule allows it, and the type that bounds the source does not have it.</summary>
    Bounds,

    /// <summary>A rule allows the ioctl permission, and rules for single commands leave out the command.</summary>
    IoctlCommand,

    /// <summary>The policy does not know the object class or the permission, and denies what it does not know.</summary>
    UnknownPermission,
}

/// <summary>Why some permissions are denied.</summary>
/// <param name="Kind">The cause.</param>
/// <param name="Permissions">The permissions, sorted.</param>
public sealed record DenialCause(DenialCauseKind Kind, ImmutableArray<string> Permissions)
{
    /// <summary>The rules that allow it, or would.</summary>
    public ImmutableArray<PolicyRule> Rules { get; init; } = [];

    /// <summary>For <see cref="DenialCauseKind.Boolean"/>: what to set, one alternative each; the one with the fewest changes first.</summary>
    public ImmutableArray<ImmutableArray<BooleanChange>> Booleans { get; init; } = [];

    /// <summary>The constraints that forbid it; of <see cref="DenialCauseKind.NoRule"/> those that would, once a rule allowed it.</summary>
    public ImmutableArray<FailedConstraint> Constraints { get; init; } = [];

    /// <summary>For <see cref="DenialCauseKind.Bounds"/>: the type that bounds the source.</summary>
    public string Bounds { get; init; } = "";

    /// <summary>For <see cref="DenialCauseKind.Role"/>: the role that acts, and the one that it would become.</summary>
    public (string From, string To) Roles { get; init; }

    /// <summary>For <see cref="DenialCauseKind.NoRule"/>: a <c>dontaudit</c> rule that hides it on purpose, <see langword="null"/> if there is none.</summary>
    public PolicyRule? DontAudit { get; init; }
}

/// <summary>A boolean to set.</summary>
/// <param name="Name">The boolean.</param>
/// <param name="Value">What to set it to.</param>
public readonly record struct BooleanChange(string Name, bool Value);

/// <summary>A constraint that two contexts do not meet.</summary>
/// <param name="Text">What it demands, in the policy language.</param>
/// <param name="Conflicts">What about the contexts it objects to.</param>
/// <param name="Exempting">The attributes that the source would have to be in to be exempt.</param>
/// <param name="Binding">The attributes whose members it binds; empty for everyone.</param>
public sealed record FailedConstraint(string Text, ImmutableArray<ConstraintConflict> Conflicts, ImmutableArray<string> Exempting, ImmutableArray<string> Binding);

/// <summary>What a constraint objects to.</summary>
public enum ConstraintConflict
{
    /// <summary>The levels: sensitivity or categories.</summary>
    Level,

    /// <summary>The users.</summary>
    User,

    /// <summary>The roles.</summary>
    Role,

    /// <summary>The types.</summary>
    Type,
}
