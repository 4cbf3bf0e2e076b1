using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary><c>type a_t alias b_t, attr;</c></summary>
/// <param name="Name">The type.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Attributes">What it is a member of.</param>
public sealed record TypeDeclaration(string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Attributes) : Statement;

/// <summary><c>typealias a_t alias b_t;</c></summary>
/// <param name="Name">The type.</param>
/// <param name="Aliases">Its other names.</param>
public sealed record TypeAliasStatement(string Name, ImmutableArray<string> Aliases) : Statement;

/// <summary><c>attribute a;</c></summary>
/// <param name="Name">The attribute.</param>
public sealed record AttributeDeclaration(string Name) : Statement;

/// <summary><c>expandattribute a true;</c></summary>
/// <param name="Attributes">The attributes.</param>
/// <param name="Expand">Whether they are written out in the binary policy.</param>
public sealed record ExpandAttributeStatement(NameSet Attributes, bool Expand) : Statement;

/// <summary><c>typeattribute a_t b, c;</c></summary>
/// <param name="Type">The type.</param>
/// <param name="Attributes">What it joins.</param>
public sealed record TypeAttributeStatement(string Type, ImmutableArray<string> Attributes) : Statement;

/// <summary><c>typebounds a_t b_t;</c></summary>
/// <param name="Parent">The type that bounds.</param>
/// <param name="Children">The types that are bounded.</param>
public sealed record TypeBoundsStatement(string Parent, ImmutableArray<string> Children) : Statement;

/// <summary><c>permissive a_t;</c></summary>
/// <param name="Type">The domain.</param>
public sealed record PermissiveStatement(string Type) : Statement;

/// <summary><c>role a_r;</c> or <c>role a_r, attr;</c></summary>
/// <param name="Name">The role.</param>
/// <param name="Attributes">What it is a member of.</param>
public sealed record RoleDeclaration(string Name, ImmutableArray<string> Attributes) : Statement;

/// <summary><c>role a_r types { b_t c_t };</c></summary>
/// <param name="Role">The role, or a role attribute.</param>
/// <param name="Types">What it may run.</param>
public sealed record RoleTypesStatement(string Role, NameSet Types) : Statement;

/// <summary><c>attribute_role a;</c></summary>
/// <param name="Name">The role attribute.</param>
public sealed record AttributeRoleDeclaration(string Name) : Statement;

/// <summary><c>roleattribute a_r b, c;</c></summary>
/// <param name="Role">The role.</param>
/// <param name="Attributes">What it joins.</param>
public sealed record RoleAttributeStatement(string Role, ImmutableArray<string> Attributes) : Statement;

/// <summary><c>bool a true;</c> or <c>tunable a true;</c></summary>
/// <param name="Name">The boolean.</param>
/// <param name="Default">Its value until someone sets it.</param>
/// <param name="IsTunable">Whether it is decided when policy is linked.</param>
public sealed record BooleanDeclaration(string Name, bool Default, bool IsTunable) : Statement;

/// <summary><c>user a_u roles { b_r } level s0 range s0 - s0:c0.c1023;</c></summary>
/// <param name="Name">The user.</param>
/// <param name="Roles">The user's roles.</param>
/// <param name="Level">The level that it starts with; nothing without MLS.</param>
/// <param name="Range">The range that it may have.</param>
public sealed record UserDeclaration(string Name, NameSet Roles, string? Level, string? Range) : Statement;
