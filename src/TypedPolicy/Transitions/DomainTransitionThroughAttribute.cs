using System;

namespace TypedPolicy;

/// <summary>Runs an executable in another domain, with everything that this needs: the type transition, execute, transition, entrypoint, and the use of inherited descriptors and pipes and <c>sigchld</c> on the way back.</summary>
/// <typeparam name="TExec">The type of the executable.</typeparam>
/// <typeparam name="TTarget">The domain that is entered.</typeparam>
/// <remarks>CIL: <c>(typetransition subject exec process target)</c> and the <c>allow</c> rules that make it happen.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class DomainTransitionAttribute<TExec, TTarget> : Attribute
{
    /// <summary>
    /// Also lets the transition happen where the process runs with no_new_privs or from a nosuid mount
    /// (<c>process2 { nnp_transition nosuid_transition }</c>), as systemd sets for many of its options.
    /// </summary>
    public bool NoNewPrivileges { get; set; }
}
