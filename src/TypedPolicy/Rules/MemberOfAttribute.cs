using System;

namespace TypedPolicy;

/// <summary>Adds the subject to an attribute, where the subject cannot do so by implementing the interface: an attribute that joins another, or a type that someone else declares.</summary>
/// <typeparam name="TAttribute">The attribute.</typeparam>
/// <remarks>CIL: <c>(typeattributeset x (subject))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class MemberOfAttribute<TAttribute> : Attribute;
