namespace TypedPolicy.Model.Rules;

/// <summary>What may be in a place of a rule.</summary>
public enum Expected
{
    /// <summary>A type or an attribute.</summary>
    Types,

    /// <summary>A type, an attribute or <c>self</c>.</summary>
    TypesOrSelf,

    /// <summary>One type.</summary>
    OneType,

    /// <summary>One type that may label an object.</summary>
    LabelType,

    /// <summary>A type attribute.</summary>
    TypeAttribute,

    /// <summary>A role or a role attribute.</summary>
    Roles,

    /// <summary>One role.</summary>
    OneRole,

    /// <summary>A role attribute.</summary>
    RoleAttribute,

    /// <summary>An SELinux user.</summary>
    User,

    /// <summary>An object class.</summary>
    Class,

    /// <summary>An object class or a class map.</summary>
    ClassOrMap,

    /// <summary>A boolean or a tunable.</summary>
    Condition,
}
