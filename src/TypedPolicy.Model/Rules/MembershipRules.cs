using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>Puts a type into a type attribute, or a role into a role attribute.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Member">What is put in.</param>
/// <param name="Attribute">What it is put into.</param>
public sealed record MembershipRule(Origin Origin, EntityRef Member, EntityRef Attribute) : Rule(Origin);

/// <summary><c>(roletype role type)</c>: lets a role run a domain.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Role">The role.</param>
/// <param name="Type">The domain.</param>
public sealed record RoleTypeRule(Origin Origin, EntityRef Role, EntityRef Type) : Rule(Origin);

/// <summary><c>(roleallow role role)</c>.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Source">The role that changes.</param>
/// <param name="Target">The role that it changes to.</param>
public sealed record RoleAllowRule(Origin Origin, EntityRef Source, EntityRef Target) : Rule(Origin);

/// <summary><c>(typebounds parent child)</c>, and the same for roles and users.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Child">What is bounded.</param>
/// <param name="Parent">What bounds it.</param>
public sealed record BoundsRule(Origin Origin, EntityRef Child, EntityRef Parent) : Rule(Origin);

/// <summary><c>(typealias old)</c>: another name for a type.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Type">The type.</param>
/// <param name="Name">The other name.</param>
public sealed record AliasRule(Origin Origin, EntityRef Type, string Name) : Rule(Origin);

/// <summary><c>(typepermissive type)</c>.</summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Type">The domain.</param>
public sealed record PermissiveRule(Origin Origin, EntityRef Type) : Rule(Origin);
