using TypedPolicy.Model.Naming;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>What is required, in the words of the model.</summary>
public static class RequirementKinds
{
    /// <summary>The kind of the name; null for what the model has no names of.</summary>
    public static EntityKind? ToEntityKind(this RequirementKind kind) => kind switch
    {
        RequirementKind.Type => EntityKind.Type,
        RequirementKind.Attribute => EntityKind.TypeAttribute,
        RequirementKind.Role => EntityKind.Role,
        RequirementKind.AttributeRole => EntityKind.RoleAttribute,
        RequirementKind.Boolean => EntityKind.Boolean,
        RequirementKind.User => EntityKind.User,
        RequirementKind.Class => EntityKind.ObjectClass,
        _ => null,
    };
}
