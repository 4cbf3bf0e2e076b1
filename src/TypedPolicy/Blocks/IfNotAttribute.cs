using System;

namespace TypedPolicy;

/// <summary>The rules of the block hold only while a condition is false.</summary>
/// <typeparam name="TCondition">A boolean or a tunable.</typeparam>
/// <remarks>CIL: <c>(booleanif (not x) (true …))</c>; <c>(tunableif (not x) (true …))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IfNotAttribute<TCondition> : Attribute;
