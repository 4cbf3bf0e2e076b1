namespace TypedPolicy.Binding.Vocabulary;

/// <summary>The words of the vocabulary: the attributes of the TypedPolicy library, without their generic forms. Their order means nothing: see <see cref="WordGroup"/>.</summary>
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

/// <summary>The group of each word.</summary>
internal static class WordGroups
{
#pragma warning disable CS8524 // No other number than those of the words comes in; that each word is here, CS8509 sees to.
    /// <summary>The group of a word.</summary>
    public static WordGroup Group(this Word word) => word switch
    {
        Word.None => WordGroup.None,
        Word.Domain or Word.FileType or Word.PortType or Word.NodeType or Word.NetifType or Word.FilesystemType or Word.PolicyType or Word.Entrypoint => WordGroup.Name,
        Word.TypeAttribute or Word.PolicyBoolean or Word.Tunable or Word.Role or Word.User => WordGroup.Name,
        Word.ObjectClass or Word.ClassMap or Word.ClassPermission => WordGroup.Class,
        Word.External or Word.Template or Word.PolicyInterface => WordGroup.Other,
        Word.Include or Word.Exclude or Word.Intersect or Word.All => WordGroup.SetPart,
        Word.Alias or Word.EntrypointOf or Word.RoleOf => WordGroup.Companion,
        Word.Allow or Word.AuditAllow or Word.DontAudit or Word.NeverAllow => WordGroup.Rule,
        Word.AllowFrom or Word.AuditAllowFrom or Word.DontAuditFrom or Word.NeverAllowFrom => WordGroup.Rule,
        Word.AllowIoctl or Word.AuditAllowIoctl or Word.DontAuditIoctl or Word.NeverAllowIoctl => WordGroup.Rule,
        Word.MemberOf or Word.Permissive or Word.Bounds or Word.RoleAllow => WordGroup.Rule,
        Word.TypeTransition or Word.TypeChange or Word.TypeMember => WordGroup.Rule,
        Word.DomainTransition or Word.DomainTransitionThrough or Word.RangeTransition or Word.RoleTransition => WordGroup.Rule,
        Word.Constrain or Word.MlsConstrain or Word.ValidateTransition or Word.MlsValidateTransition or Word.RawCil => WordGroup.Rule,
        Word.FileContext or Word.FileContextTree or Word.FileContextPattern or Word.FileContextNone => WordGroup.Label,
        Word.Port or Word.Node or Word.Netif or Word.Genfs or Word.FsUse or Word.InfinibandPkey or Word.InfinibandEndPort => WordGroup.Label,
        Word.If or Word.IfNot or Word.Optional => WordGroup.Condition,
        Word.RulesFor => WordGroup.Subject,
        Word.PolicyModule or Word.ContainerContexts or Word.DefaultUser or Word.DefaultRole or Word.DefaultType or Word.DefaultRange => WordGroup.Assembly,
        Word.InterfaceCall => WordGroup.Call,
    };
#pragma warning restore CS8524
}
