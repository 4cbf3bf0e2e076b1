namespace TypedPolicy.Binding.Vocabulary;

/// <summary>The words of the vocabulary: the attributes of the TypedPolicy library, without their generic forms.</summary>
internal enum Word
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
