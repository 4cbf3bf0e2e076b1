using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// What headers do not say about the base policy that they belong to, read from the policy itself: who is a member of what, and what a type may do because it
/// is put into attributes.
/// </summary>
/// <param name="Name">What it was read from, for messages.</param>
/// <param name="Members">The types of each attribute, also of attributes that only the linker has a name for; an alias of a type has that type.</param>
/// <param name="Joined">What the members of a set of attributes may do, by the key of the set: <see cref="JoinedAttributes.Key"/>.</param>
/// <param name="Declared">Everything that the policy declares: types, attributes, roles, booleans.</param>
public sealed record BaseFacts(
    string Name,
    IReadOnlyDictionary<string, ImmutableArray<string>> Members,
    IReadOnlyDictionary<string, ImmutableArray<JoinedRule>> Joined,
    ISet<string> Declared);

/// <summary>A rule of the base policy that holds for the members of an attribute.</summary>
/// <param name="Attribute">The attribute that it is written for.</param>
/// <param name="Target">The type or attribute that it gives access to; <c>self</c> for the type itself.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions.</param>
/// <param name="Condition">When it holds; empty for always.</param>
public sealed record JoinedRule(string Attribute, string Target, string Class, ImmutableArray<string> Permissions, string Condition);
