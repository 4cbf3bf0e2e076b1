using System;

namespace TypedPolicy;

/// <summary>Keeps in the set that this attribute stands for only the members of another attribute.</summary>
/// <typeparam name="TMember">A type or an attribute.</typeparam>
/// <remarks>CIL: <c>(typeattributeset x (and (a) (b)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class IntersectAttribute<TMember> : Attribute;
