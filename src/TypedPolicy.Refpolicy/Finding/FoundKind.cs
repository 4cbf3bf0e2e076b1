namespace TypedPolicy.Refpolicy.Finding;

/// <summary>What something that was found is.</summary>
public enum FoundKind
{
    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A template: an interface that may declare names.</summary>
    Template,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A type attribute.</summary>
    TypeAttribute,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A role attribute.</summary>
    RoleAttribute,

    /// <summary>A user.</summary>
    User,

    /// <summary>A boolean or a tunable.</summary>
    Boolean,

    /// <summary>An object class.</summary>
    ObjectClass,

    /// <summary>A macro that stands for permissions, such as <c>read_file_perms</c>.</summary>
    PermissionSet,

    /// <summary>Another macro of the support files, such as <c>read_files_pattern</c>.</summary>
    Macro,
}
