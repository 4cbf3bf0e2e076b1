namespace TypedPolicy.Refpolicy.Language;

/// <summary>The words of the language.</summary>
internal static class Keywords
{
    /// <summary>What starts a statement: where reading goes on after a mistake.</summary>
    public static HashSet<string> Statements { get; } = new(StringComparer.Ordinal)
    {
        "allow", "dontaudit", "auditallow", "neverallow", "allowxperm", "dontauditxperm", "auditallowxperm", "neverallowxperm", "require",
        "type_transition", "type_change", "type_member", "range_transition", "role_transition", "optional", "if", "module", "type",
        "typealias", "attribute", "attribute_role", "expandattribute", "typeattribute", "typebounds", "permissive", "role", "roleattribute",
        "bool", "tunable", "user",
    };

    /// <summary>What only the base policy may say.</summary>
    public static HashSet<string> OfTheBase { get; } = new(StringComparer.Ordinal)
    {
        "class", "common", "sid", "inherits", "constrain", "validatetrans", "mlsconstrain", "mlsvalidatetrans", "sensitivity", "category",
        "dominance", "level", "portcon", "nodecon", "netifcon", "ibpkeycon", "ibendportcon", "genfscon", "fs_use_xattr", "fs_use_task",
        "fs_use_trans", "fscon", "policycap", "default_user", "default_role", "default_type", "default_range", "pirqcon", "iomemcon",
        "ioportcon", "pcidevicecon", "devicetreecon",
    };
}
