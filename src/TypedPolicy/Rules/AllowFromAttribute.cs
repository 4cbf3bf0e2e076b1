using System;

namespace TypedPolicy;

/// <summary>Lets the source use permissions on this type: <see cref="AllowAttribute{TTarget}"/>, on the target instead of the source.</summary>
/// <typeparam name="TSource">The type or attribute that accesses; <see cref="Owner"/> for the enclosing type.</typeparam>
/// <param name="permissions">Permissions, of several classes if need be: <c>DirPerms.Search, FilePerms.Read | FilePerms.Open</c>.</param>
/// <remarks>CIL: <c>(allow source this (class (permissions)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AllowFromAttribute<TSource>(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
