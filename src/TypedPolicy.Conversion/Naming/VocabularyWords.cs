namespace TypedPolicy.Conversion.Naming;

/// <summary>
/// The words of the vocabulary that rules and kinds are said with. An attribute class of the same name nested in a policy class would hide the
/// word there: C# looks into the classes around first.
/// </summary>
internal static class VocabularyWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "Alias", "All", "Allow", "AllowFrom", "AllowIoctl", "AuditAllow", "AuditAllowFrom", "AuditAllowIoctl", "BaseInterface", "Bounds", "ClassMap",
        "ClassMapping", "ClassPermission", "Constrain", "ContainerContexts", "DefaultRange", "DefaultRole", "DefaultType", "DefaultUser", "Domain",
        "DomainTransition", "DontAudit", "DontAuditFrom", "DontAuditIoctl", "Entrypoint", "Exclude", "External", "FileContext", "FileContextNone",
        "FileContextPattern", "FileContextTree", "FileType", "FilesystemType", "FsUse", "Genfs", "If", "IfNot", "Include", "InfinibandEndPort",
        "InfinibandPkey", "Intersect", "Justified", "MemberOf", "MlsConstrain", "MlsValidateTransition", "Netif", "NetifType", "NeverAllow",
        "NeverAllowFrom", "NeverAllowIoctl", "Node", "NodeType", "ObjectClass", "Optional", "Permission", "Permissive", "PolicyArtifact",
        "PolicyBoolean", "PolicyInterface", "PolicyManifest", "PolicyModule", "PolicyPart", "PolicyProblem", "PolicyType", "Port", "PortType",
        "RangeTransition", "RawCil", "Role", "RoleAllow", "RoleTransition", "RulesFor", "Template", "Tunable", "TypeAttribute", "TypeChange",
        "TypeMember", "TypeTransition", "User", "ValidateTransition",
    };

    /// <summary>Whether a name is a word of the vocabulary.</summary>
    public static bool Contains(string name) => All.Contains(name);
}
