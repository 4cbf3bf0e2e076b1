using System;

namespace TypedPolicy;

/// <summary>A block of rules whose subject is someone else's type, attribute or role.</summary>
/// <typeparam name="TSubject">The subject of the rules.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RulesForAttribute<TSubject> : Attribute;
