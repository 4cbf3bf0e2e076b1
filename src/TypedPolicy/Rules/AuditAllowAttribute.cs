using System;

namespace TypedPolicy;

/// <summary>Logs the use of permissions; it grants nothing.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <param name="permissions">Permissions, of several classes if need be: <c>DirPerms.Search, FilePerms.Read | FilePerms.Open</c>.</param>
/// <remarks>CIL: <c>(auditallow subject target (class (permissions)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AuditAllowAttribute<TTarget>(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
