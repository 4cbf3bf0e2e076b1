namespace TypedPolicy.Binding.Vocabulary;

/// <summary>The attributes of the TypedPolicy library, without their generic forms. Their order means nothing: see <see cref="AttributeGroup"/>.</summary>
internal enum AttributeKind
{
    None,

    // kinds of declarations
    Domain,
    FileType,
    PortType,
    NodeType,
    NetifType,
    FilesystemType,
    PolicyType,
    Entrypoint,
    TypeAttribute,
    PolicyBoolean,
    Tunable,
    Role,
    User,
    ObjectClass,
    ClassMap,
    ClassPermission,
    External,
    Template,
    PolicyInterface,

    // what goes with them
    Include,
    Exclude,
    Intersect,
    All,
    Alias,
    EntrypointOf,
    RoleOf,

    // rules
    Allow,
    AuditAllow,
    DontAudit,
    NeverAllow,
    AllowFrom,
    AuditAllowFrom,
    DontAuditFrom,
    NeverAllowFrom,
    AllowIoctl,
    AuditAllowIoctl,
    DontAuditIoctl,
    NeverAllowIoctl,
    MemberOf,
    Permissive,
    Bounds,
    RoleAllow,
    TypeTransition,
    TypeChange,
    TypeMember,
    DomainTransition,
    DomainTransitionThrough,
    RangeTransition,
    RoleTransition,
    Constrain,
    MlsConstrain,
    ValidateTransition,
    MlsValidateTransition,
    RawCil,

    // labels
    FileContext,
    FileContextTree,
    FileContextPattern,
    FileContextNone,
    Port,
    Node,
    Netif,
    Genfs,
    FsUse,
    InfinibandPkey,
    InfinibandEndPort,

    // blocks
    If,
    IfNot,
    Optional,
    RulesFor,

    // the assembly
    PolicyModule,
    ContainerContexts,
    DefaultUser,
    DefaultRole,
    DefaultType,
    DefaultRange,

    // an interface of a module, applied
    InterfaceCall,
}

/// <summary>The group of each attribute.</summary>
internal static class AttributeGroups
{
#pragma warning disable CS8524 // No other number than those of the kinds comes in; that each kind is here, CS8509 sees to.
    /// <summary>The group of an attribute.</summary>
    public static AttributeGroup Group(this AttributeKind word) => word switch
    {
        AttributeKind.None => AttributeGroup.None,
        AttributeKind.Domain or AttributeKind.FileType or AttributeKind.PortType or AttributeKind.NodeType or AttributeKind.NetifType or AttributeKind.FilesystemType or AttributeKind.PolicyType or AttributeKind.Entrypoint => AttributeGroup.Name,
        AttributeKind.TypeAttribute or AttributeKind.PolicyBoolean or AttributeKind.Tunable or AttributeKind.Role or AttributeKind.User => AttributeGroup.Name,
        AttributeKind.ObjectClass or AttributeKind.ClassMap or AttributeKind.ClassPermission => AttributeGroup.Class,
        AttributeKind.External or AttributeKind.Template or AttributeKind.PolicyInterface => AttributeGroup.Other,
        AttributeKind.Include or AttributeKind.Exclude or AttributeKind.Intersect or AttributeKind.All => AttributeGroup.SetPart,
        AttributeKind.Alias or AttributeKind.EntrypointOf or AttributeKind.RoleOf => AttributeGroup.Companion,
        AttributeKind.Allow or AttributeKind.AuditAllow or AttributeKind.DontAudit or AttributeKind.NeverAllow => AttributeGroup.Rule,
        AttributeKind.AllowFrom or AttributeKind.AuditAllowFrom or AttributeKind.DontAuditFrom or AttributeKind.NeverAllowFrom => AttributeGroup.Rule,
        AttributeKind.AllowIoctl or AttributeKind.AuditAllowIoctl or AttributeKind.DontAuditIoctl or AttributeKind.NeverAllowIoctl => AttributeGroup.Rule,
        AttributeKind.MemberOf or AttributeKind.Permissive or AttributeKind.Bounds or AttributeKind.RoleAllow => AttributeGroup.Rule,
        AttributeKind.TypeTransition or AttributeKind.TypeChange or AttributeKind.TypeMember => AttributeGroup.Rule,
        AttributeKind.DomainTransition or AttributeKind.DomainTransitionThrough or AttributeKind.RangeTransition or AttributeKind.RoleTransition => AttributeGroup.Rule,
        AttributeKind.Constrain or AttributeKind.MlsConstrain or AttributeKind.ValidateTransition or AttributeKind.MlsValidateTransition or AttributeKind.RawCil => AttributeGroup.Rule,
        AttributeKind.FileContext or AttributeKind.FileContextTree or AttributeKind.FileContextPattern or AttributeKind.FileContextNone => AttributeGroup.Label,
        AttributeKind.Port or AttributeKind.Node or AttributeKind.Netif or AttributeKind.Genfs or AttributeKind.FsUse or AttributeKind.InfinibandPkey or AttributeKind.InfinibandEndPort => AttributeGroup.Label,
        AttributeKind.If or AttributeKind.IfNot or AttributeKind.Optional => AttributeGroup.Condition,
        AttributeKind.RulesFor => AttributeGroup.Subject,
        AttributeKind.PolicyModule or AttributeKind.ContainerContexts or AttributeKind.DefaultUser or AttributeKind.DefaultRole or AttributeKind.DefaultType or AttributeKind.DefaultRange => AttributeGroup.Assembly,
        AttributeKind.InterfaceCall => AttributeGroup.Call,
    };
#pragma warning restore CS8524
}
