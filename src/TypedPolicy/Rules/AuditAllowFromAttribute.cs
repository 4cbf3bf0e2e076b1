using System;

namespace TypedPolicy;

/// <summary>Logs the use of permissions on this type: <see cref="AuditAllowAttribute{TTarget}"/>, on the target instead of the source.</summary>
/// <typeparam name="TSource">The type or attribute that accesses; <see cref="Owner"/> for the enclosing type.</typeparam>
/// <param name="permissions">Permissions, of several classes if need be: <c>DirPerms.Search, FilePerms.Read | FilePerms.Open</c>.</param>
/// <remarks>CIL: <c>(auditallow source this (class (permissions)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AuditAllowFromAttribute<TSource>(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
