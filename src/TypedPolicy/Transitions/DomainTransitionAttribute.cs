using System;

namespace TypedPolicy;

/// <summary>Runs the target's one executable in the target domain, with everything that this needs.</summary>
/// <typeparam name="TTarget">The domain that is entered. It has exactly one entrypoint.</typeparam>
/// <remarks>CIL: see <see cref="DomainTransitionAttribute{TExec, TTarget}"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class DomainTransitionAttribute<TTarget> : Attribute
{
    /// <summary>
    /// Also lets the transition happen where the process runs with no_new_privs or from a nosuid mount
    /// (<c>process2 { nnp_transition nosuid_transition }</c>), as systemd sets for many of its options.
    /// </summary>
    public bool NoNewPrivileges { get; set; }
}
