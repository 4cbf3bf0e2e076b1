using System;

namespace TypedPolicy;

/// <summary>Takes a type or the members of an attribute out of the set that this attribute stands for.</summary>
/// <typeparam name="TMember">A type or an attribute.</typeparam>
/// <remarks>CIL: <c>(typeattributeset x (and (a) (not (b))))</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class ExcludeAttribute<TMember> : Attribute;
