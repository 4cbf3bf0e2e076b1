namespace TypedPolicy.Sepol.Queries;

/// <summary>Why a policy does not allow a context.</summary>
public enum ContextProblemKind
{
    /// <summary>It is not <c>user:role:type:range</c>.</summary>
    NotAContext,

    /// <summary>The policy has no such user.</summary>
    UnknownUser,

    /// <summary>The policy has no such role.</summary>
    UnknownRole,

    /// <summary>The policy has no such type.</summary>
    UnknownType,

    /// <summary>The role may not run the type.</summary>
    RoleLacksType,

    /// <summary>The user does not have the role.</summary>
    UserLacksRole,

    /// <summary>The policy has no such level, or it is not within the user's range.</summary>
    Level,
}

/// <summary>Why a policy does not allow a context.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Name">The user, role or type that it is about.</param>
/// <param name="Lacks">What that lacks: a type, a role, a level; empty if the name itself is unknown.</param>
public sealed record ContextProblem(ContextProblemKind Kind, string Name, string Lacks);
