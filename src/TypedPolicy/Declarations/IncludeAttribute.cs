using System;

namespace TypedPolicy;

/// <summary>Adds a type or the members of an attribute to the set that this attribute stands for.</summary>
/// <typeparam name="TMember">A type or an attribute.</typeparam>
/// <remarks>CIL: <c>(typeattributeset x (or (a) (b)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class IncludeAttribute<TMember> : Attribute;
