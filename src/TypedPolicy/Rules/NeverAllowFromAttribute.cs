using System;

namespace TypedPolicy;

/// <summary>An assertion: no rule of the whole policy may grant the source these permissions on this type.</summary>
/// <typeparam name="TSource">The type or attribute that accesses; <see cref="Owner"/> for the enclosing type.</typeparam>
/// <param name="permissions">Permissions, of several classes if need be: <c>DirPerms.Search, FilePerms.Read | FilePerms.Open</c>.</param>
/// <remarks>CIL: <c>(neverallow source this (class (permissions)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class NeverAllowFromAttribute<TSource>(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
