using System;

namespace TypedPolicy;

/// <summary>Lets a role run the domain.</summary>
/// <typeparam name="TRole">The role or role attribute.</typeparam>
/// <remarks>CIL: <c>(roletype role_r x_t)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class RoleAttribute<TRole> : Attribute;
