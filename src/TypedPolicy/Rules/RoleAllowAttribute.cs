using System;

namespace TypedPolicy;

/// <summary>Lets a role change to another role.</summary>
/// <typeparam name="TRole">The role that may be changed to.</typeparam>
/// <remarks>CIL: <c>(roleallow role_r new_r)</c>. It is put on a role.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class RoleAllowAttribute<TRole> : Attribute;
