namespace TypedPolicy.Model.Naming;

/// <summary>What a name of the policy stands for.</summary>
public enum EntityKind
{
    /// <summary>Nothing that SELinux knows: the C# type carries no kind.</summary>
    None,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A type attribute.</summary>
    TypeAttribute,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A role attribute.</summary>
    RoleAttribute,

    /// <summary>An SELinux user.</summary>
    User,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A tunable.</summary>
    Tunable,

    /// <summary>An object class.</summary>
    ObjectClass,

    /// <summary>A class map.</summary>
    ClassMap,

    /// <summary>Named class permissions.</summary>
    ClassPermission,

    /// <summary>An interface of a module.</summary>
    Interface,

    /// <summary><c>self</c>.</summary>
    Self,

    /// <summary>A type argument of the interface that the rule belongs to, or its subject.</summary>
    Argument,

    /// <summary>A constructor parameter of the interface that the rule belongs to.</summary>
    Parameter,
}
