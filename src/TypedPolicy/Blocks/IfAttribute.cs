using System;

namespace TypedPolicy;

/// <summary>The rules of the block hold only while a condition is true. Several conditions must all be true.</summary>
/// <typeparam name="TCondition">A boolean or a tunable.</typeparam>
/// <remarks>CIL: <c>(booleanif x (true …))</c>; <c>(tunableif x (true …))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IfAttribute<TCondition> : Attribute;
