using System;

namespace TypedPolicy;

/// <summary>The rules of the block hold where everything that they name exists; otherwise all of them are left out.</summary>
/// <remarks>CIL: <c>(optional name …)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OptionalAttribute : Attribute;
