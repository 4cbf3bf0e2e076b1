using System;

namespace TypedPolicy;

/// <summary>Changes the role when the subject, a role, runs an executable.</summary>
/// <typeparam name="TTarget">The type of the executable.</typeparam>
/// <typeparam name="TRole">The role that is taken.</typeparam>
/// <param name="classes">The object classes, named by their permissions (default: <c>process</c>).</param>
/// <remarks>
/// CIL: <c>(roletransition role_r exec_t process new_r)</c>. It grants nothing: the kernel denies the program where no <see cref="RoleAllowAttribute{TRole}"/> lets the role change, where the user
/// does not have the new role, or where that role may not run the domain.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class RoleTransitionAttribute<TTarget, TRole>(params Type[] classes) : Attribute
{
    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}
