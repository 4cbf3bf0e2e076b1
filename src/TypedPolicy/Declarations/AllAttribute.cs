using System;

namespace TypedPolicy;

/// <summary>Makes an attribute stand for every type of the policy, less what <see cref="ExcludeAttribute{TMember}"/> takes out.</summary>
/// <remarks>CIL: <c>(typeattributeset x (all))</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class AllAttribute : Attribute;
