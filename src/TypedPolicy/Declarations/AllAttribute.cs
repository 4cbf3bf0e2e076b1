using System;

namespace TypedPolicy;

/// <summary>Makes an attribute stand for every type of the policy, except those of <see cref="ExcludeAttribute{TMember}"/>.</summary>
/// <remarks>CIL: <c>(typeattributeset x (all))</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class AllAttribute : Attribute;
