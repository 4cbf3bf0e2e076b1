using System;

namespace TypedPolicy;

/// <summary>Keeps the subject from ever having a permission that its parent does not have.</summary>
/// <typeparam name="TParent">The type, role or user that sets the bounds.</typeparam>
/// <remarks>
/// CIL: <c>(typebounds parent_t x_t)</c>, <c>(rolebounds …)</c>, <c>(userbounds …)</c>. Linking checks all of them; the kernel also removes from a type what its parent does not have.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BoundsAttribute<TParent> : Attribute;
