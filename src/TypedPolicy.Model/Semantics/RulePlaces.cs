using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>The places of rules and declarations where names stand, and what each of them takes.</summary>
public static class RulePlaces
{
    /// <summary>The names in the head of a declaration.</summary>
    public static IEnumerable<(EntityRef Entity, Expected Expected, string Place)> Of(Declaration declaration) => declaration switch
    {
        UserDeclaration user => user.Roles.Select(r => (r, Expected.Roles, "a user's role")),
        AttributeDeclaration { Set: { } set } => set.Names.Select(n => (n, Expected.Types, "a type-set expression")),
        ClassMapDeclaration map => map.Members.SelectMany(m => m.Permissions).Select(p => (p.Class, Expected.Class, "a class mapping")),
        _ => [],
    };

    /// <summary>The names in a rule. Blocks and calls have none of their own.</summary>
    public static IEnumerable<(EntityRef Entity, Expected Expected, string Place)> Of(Rule rule) => rule switch
    {
        AccessRule { Permissions.IsNamed: true } r => [(r.Source, Expected.Types, "the subject"), (r.Target, Expected.TypesOrSelf, "the target")],
        AccessRule r => [(r.Source, Expected.Types, "the subject"), (r.Target, Expected.TypesOrSelf, "the target"), (r.Permissions.Class, Expected.ClassOrMap, "the class")],
        IoctlRule r => [(r.Source, Expected.Types, "the subject"), (r.Target, Expected.TypesOrSelf, "the target"), (r.Class, Expected.Class, "the class")],
        TypeRule r => [(r.Source, Expected.Types, "the subject"), (r.Target, Expected.TypesOrSelf, "the target"), (r.Class, Expected.Class, "the class"), (r.Result, Expected.OneType, "the result of a transition")],
        DomainTransitionRule r => [(r.Source, Expected.Types, "the subject"), (r.Executable, Expected.Types, "the executable"), (r.Target, Expected.OneType, "the domain that is entered")],
        EntrypointRule r => [(r.Domain, Expected.Types, "the domain"), (r.Executable, Expected.Types, "the entrypoint")],
        RangeTransitionRule r => [(r.Source, Expected.Types, "the subject"), (r.Target, Expected.Types, "the target"), (r.Class, Expected.Class, "the class")],
        RoleTransitionRule r => [(r.Source, Expected.Roles, "the subject of a role transition"), (r.Target, Expected.Types, "the executable"), (r.Class, Expected.Class, "the class"), (r.Result, Expected.OneRole, "the role that is taken")],
        MembershipRule { Attribute.Kind: EntityKind.RoleAttribute } r => [(r.Member, Expected.Roles, "the member of a role attribute")],
        MembershipRule r => [(r.Member, Expected.Types, "the member of an attribute"), (r.Attribute, Expected.TypeAttribute, "what a type is a member of")],
        RoleTypeRule r => [(r.Role, Expected.Roles, "the role"), (r.Type, Expected.Types, "what a role may run")],
        RoleAllowRule r => [(r.Source, Expected.Roles, "the subject of a role rule"), (r.Target, Expected.Roles, "the role that is changed to")],
        BoundsRule { Child.Kind: EntityKind.Role } r => [(r.Parent, Expected.OneRole, "the role that sets the bounds")],
        BoundsRule { Child.Kind: EntityKind.User } r => [(r.Parent, Expected.User, "the user that sets the bounds")],
        BoundsRule r => [(r.Child, Expected.OneType, "what is bounded"), (r.Parent, Expected.OneType, "the type that sets the bounds")],
        AliasRule r => [(r.Type, Expected.OneType, "what has an alias")],
        PermissiveRule r => [(r.Type, Expected.OneType, "a permissive domain")],
        ConstraintRule r => Class(r.Permissions),
        ValidateTransitionRule r => [(r.Class, Expected.Class, "the class")],
        ClassDefaultRule r => [(r.Class, Expected.Class, "the class")],
        FileLabel { Context: { } c } => Context(c, Expected.LabelType),
        PortLabel r => Context(r.Context, Expected.LabelType),
        NodeLabel r => Context(r.Context, Expected.LabelType),
        NetifLabel r => [.. Context(r.Context, Expected.LabelType), .. Context(r.PacketContext, Expected.LabelType)],
        GenfsLabel r => Context(r.Context, Expected.LabelType),
        FsUseLabel r => Context(r.Context, Expected.LabelType),
        InfinibandPkeyLabel r => Context(r.Context, Expected.LabelType),
        InfinibandEndPortLabel r => Context(r.Context, Expected.LabelType),
        _ => [],
    };

    private static IEnumerable<(EntityRef, Expected, string)> Class(PermissionSet permissions) =>
        permissions.IsNamed ? [] : [(permissions.Class, Expected.ClassOrMap, "the class")];

    private static IEnumerable<(EntityRef, Expected, string)> Context(LabelContext context, Expected type) =>
        [(context.User, Expected.User, "the user of a label"), (context.Type, type, "a label")];
}
