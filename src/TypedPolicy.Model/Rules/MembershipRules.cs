using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>Puts a type into a type attribute, or a role into a role attribute.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Member">What is put in.</param>
/// <param name="Attribute">What it is put into.</param>
public sealed record MembershipRule(Origin Origin, EntityRef Member, EntityRef Attribute) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Attribute.Kind == EntityKind.RoleAttribute
        ? [new(Member, Expected.Roles, "the member of a role attribute")]
        : [new(Member, Expected.Types, "the member of an attribute"), new(Attribute, Expected.TypeAttribute, "what a type is a member of")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Member = arguments.Of(Member), Attribute = arguments.Of(Attribute) }];
}

/// <summary><c>(roletype role type)</c>: lets a role run a domain.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Role">The role.</param>
/// <param name="Type">The domain.</param>
public sealed record RoleTypeRule(Origin Origin, EntityRef Role, EntityRef Type) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Role, Expected.Roles, "the role"), new(Type, Expected.Types, "what a role may run")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Role = arguments.Of(Role), Type = arguments.Of(Type) }];
}

/// <summary><c>(roleallow role role)</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Source">The role that changes.</param>
/// <param name="Target">The role that it changes to.</param>
public sealed record RoleAllowRule(Origin Origin, EntityRef Source, EntityRef Target) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Source, Expected.Roles, "the subject of a role rule"), new(Target, Expected.Roles, "the role that is changed to")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Target = arguments.Of(Target) }];
}

/// <summary><c>(typebounds parent child)</c>, and the same for roles and users.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Child">What is bounded.</param>
/// <param name="Parent">What bounds it.</param>
public sealed record BoundsRule(Origin Origin, EntityRef Child, EntityRef Parent) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Child.Kind switch
    {
        EntityKind.Role => [new(Parent, Expected.OneRole, "the role that sets the bounds")],
        EntityKind.User => [new(Parent, Expected.User, "the user that sets the bounds")],
        _ => [new(Child, Expected.OneType, "what is bounded"), new(Parent, Expected.OneType, "the type that sets the bounds")],
    };

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Child = arguments.Of(Child), Parent = arguments.Of(Parent) }];
}

/// <summary><c>(typealias old)</c>: another name for a type.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Type">The type.</param>
/// <param name="Name">The other name.</param>
public sealed record AliasRule(Origin Origin, EntityRef Type, string Name) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Type, Expected.OneType, "what has an alias")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Type = arguments.Of(Type) }];
}

/// <summary><c>(typepermissive type)</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Type">The domain.</param>
public sealed record PermissiveRule(Origin Origin, EntityRef Type) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Type, Expected.OneType, "a permissive domain")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Type = arguments.Of(Type) }];
}
