using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>What the kernel's security server refused by itself, before any rule was asked (<c>SELINUX_ERR</c>).</summary>
/// <param name="Kind">What was refused.</param>
/// <param name="Source">The context that acted: <c>scontext</c>, <c>oldcontext</c>; of a relabelling the task's. Empty if the record does not say.</param>
/// <param name="Target">The context that it acted upon: <c>tcontext</c>, <c>newcontext</c>; of a relabelling the old one. Empty if the record does not say.</param>
/// <param name="Class">The object class; empty if the record does not say.</param>
public sealed record PolicyError(PolicyErrorKind Kind, string Source, string Target, string Class)
{
    /// <summary>The context that is not valid, or that was asked for; empty if the record has none.</summary>
    public string Context { get; init; } = "";

    /// <summary>The permissions that were taken away, sorted; empty if the record has none.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>What the record calls the operation (<c>op</c>).</summary>
    public string Operation { get; init; } = "";

    /// <summary>How many records of the log say so.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>What the security server refuses by itself (<c>security/selinux/ss/services.c</c> of Linux).</summary>
public enum PolicyErrorKind
{
    /// <summary>Something that is not known here; <see cref="PolicyError.Operation"/> has its name.</summary>
    Other,

    /// <summary>A new process or object would get a context that the policy does not allow: the role may not run the type, or the user not have the role or level (<c>security_compute_sid</c>).</summary>
    InvalidNewContext,

    /// <summary>A label was set that the policy does not know or allow (<c>setxattr</c>, <c>fscreate</c>).</summary>
    InvalidLabel,

    /// <summary>A process under no_new_privs, from a nosuid mount or with threads would change to a type that its own does not bound (<c>security_bounded_transition</c>).</summary>
    BoundedTransition,

    /// <summary>A process under no_new_privs would change its domain (<c>nnp_transition</c>).</summary>
    NoNewPrivileges,

    /// <summary>A program of a nosuid mount would change the domain (<c>nosuid_transition</c>).</summary>
    NoSetUserId,

    /// <summary>A rule gives a bounded type what the type that bounds it does not have (<c>security_compute_av</c>, <c>reason=bounds</c>).</summary>
    BoundedAccess,

    /// <summary>A label was changed against a <c>validatetrans</c> or <c>mlsvalidatetrans</c> rule (<c>security_validate_transition</c>).</summary>
    RefusedRelabel,
}
