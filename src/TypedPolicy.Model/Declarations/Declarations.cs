using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Declarations;

/// <summary>A type.</summary>
/// <param name="Kind">What it is for: it decides which attributes of the base it joins.</param>
public sealed record TypeDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules, TypeKind Kind)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules);

/// <summary>A type attribute.</summary>
/// <param name="Set">The type-set expression that it stands for, if any.</param>
/// <param name="Expand"><c>expandtypeattribute</c>, if it is declared.</param>
public sealed record AttributeDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules, TypeSet? Set, bool? Expand)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules)
{
    /// <summary>Whether other assemblies see the C# interface, so that types of theirs may join.</summary>
    public bool IsOpen { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Set is null ? [] : Set.Names.Select(n => new Operand(n, Expected.Types, "a type-set expression"));
}

/// <summary>A role or a role attribute.</summary>
public sealed record RoleDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules);

/// <summary>An SELinux user.</summary>
/// <param name="Roles">Its roles.</param>
/// <param name="Level">Its default level.</param>
/// <param name="Range">Its range.</param>
/// <param name="Prefix">The prefix of its home directory types.</param>
public sealed record UserDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules, EquatableArray<EntityRef> Roles, SecurityLevel Level, SecurityRange Range, string? Prefix)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Roles.Select(r => new Operand(r, Expected.Roles, "a user's role"));
}

/// <summary>A boolean or a tunable.</summary>
/// <param name="Default">Its value.</param>
public sealed record ConditionDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, bool Default)
    : Declaration(Origin, Entity, CSharpName, Summary, EquatableArray<Rule>.Empty);

/// <summary>An object class.</summary>
/// <param name="Permissions">Its permissions, in order.</param>
public sealed record ClassDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<string> Permissions)
    : Declaration(Origin, Entity, CSharpName, Summary, EquatableArray<Rule>.Empty);

/// <summary>A class map, or class permissions under names.</summary>
/// <param name="Members">The members: for class permissions, <see cref="ClassMember.Name"/> is the whole name.</param>
public sealed record ClassMapDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<ClassMember> Members)
    : Declaration(Origin, Entity, CSharpName, Summary, EquatableArray<Rule>.Empty)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Members.SelectMany(m => m.Permissions).Select(p => new Operand(p.Class, Expected.Class, "a class mapping"));
}

/// <summary>A member of a class map.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Permissions">What it stands for.</param>
public sealed record ClassMember(Origin Origin, string Name, EquatableArray<PermissionSet> Permissions);

/// <summary>An interface of a module.</summary>
/// <param name="Parameters">Its parameters, in the order of the call: the subject first.</param>
/// <param name="IsImported">Whether another assembly declares it: its body is known, its macro is not written here.</param>
public sealed record InterfaceDeclaration(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules, EquatableArray<InterfaceParameter> Parameters, bool IsImported)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules);

/// <summary>Rules for something that another policy declares: it is their subject, and nothing is declared.</summary>
public sealed record ForeignRules(Origin Origin, EntityRef Entity, string CSharpName, string? Summary, EquatableArray<Rule> Rules)
    : Declaration(Origin, Entity, CSharpName, Summary, Rules);

/// <summary>A parameter of an interface.</summary>
/// <param name="Name">Its name in the macro.</param>
/// <param name="Kind">What it stands for.</param>
public readonly record struct InterfaceParameter(string Name, ParameterKind Kind);

/// <summary>What a parameter of an interface stands for.</summary>
public enum ParameterKind
{
    /// <summary>A type or type attribute.</summary>
    Type,

    /// <summary>A role or role attribute.</summary>
    Role,

    /// <summary>An SELinux user.</summary>
    User,

    /// <summary>An object class.</summary>
    Class,

    /// <summary>Permissions of one or more classes.</summary>
    Permissions,

    /// <summary>A file name.</summary>
    Name,

    /// <summary>A boolean or tunable: CIL has no such parameter, so the interface is written out where it is applied.</summary>
    Condition,
}
