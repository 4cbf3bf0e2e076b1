using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>A name in a rule or in the head of a declaration.</summary>
/// <param name="Entity">The name.</param>
/// <param name="Expected">What may be there.</param>
/// <param name="Place">What it is there, for a message: <c>the subject</c>.</param>
public readonly record struct Operand(EntityRef Entity, Expected Expected, string Place)
{
    /// <summary>The subject of an access or transition.</summary>
    internal static Operand Subject(EntityRef entity) => new(entity, Expected.Types, "the subject");

    /// <summary>The target of an access.</summary>
    internal static Operand Target(EntityRef entity) => new(entity, Expected.TypesOrSelf, "the target");

    /// <summary>An object class.</summary>
    internal static Operand Class(EntityRef entity) => new(entity, Expected.Class, "the class");

    /// <summary>The class of permissions; a name for permissions has none.</summary>
    internal static IEnumerable<Operand> ClassOf(PermissionSet permissions) =>
        permissions.IsNamed ? [] : [new(permissions.Class, Expected.ClassOrMap, "the class")];

    /// <summary>The names in a label.</summary>
    internal static IEnumerable<Operand> Of(LabelContext context) =>
        [new(context.User, Expected.User, "the user of a label"), new(context.Type, Expected.LabelType, "a label")];
}
