using System;

namespace TypedPolicy;

/// <summary>Lets the subject use permissions on the target.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <param name="permissions">Permissions, of several classes if need be: <c>DirPerms.Search, FilePerms.Read | FilePerms.Open</c>.</param>
/// <remarks>CIL: <c>(allow subject target (class (permissions)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AllowAttribute<TTarget>(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
