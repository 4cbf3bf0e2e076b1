namespace TypedPolicy.Model.Diagnostics;

/// <summary>The ids of the catalogue. TP0xxx authoring, TP1xxx declarations, TP2xxx rules, TP3xxx transitions and roles, TP4xxx labels, TP5xxx security, TP6xxx network, TP7xxx interfaces and the base policy, TP8xxx hygiene. An id is never reused. Users see the number: <see cref="DiagnosticIds.Code"/>.</summary>
public enum DiagnosticId
{
    /// <summary>A policy class has the wrong shape.</summary>
    WrongClassShape = 1,

    /// <summary>Two kinds on one class, or a policy attribute on a class that declares nothing.</summary>
    TwoKindsOnOneClass = 2,

    /// <summary>A policy class has the name of a namespace, so that other projects cannot name what is in it.</summary>
    ClassNamedLikeNamespace = 3,

    /// <summary>A C# type that declares nothing in SELinux is used in a rule.</summary>
    ClassDeclaresNothing = 4,

    /// <summary>A policy name of the wrong kind is used in a rule.</summary>
    WrongKindOfName = 5,

    /// <summary>An interface of the module cannot be written or applied as it is declared.</summary>
    InterfaceNotExpressible = 6,

    /// <summary>A template or interface of a referenced assembly declares something by classes of an assembly that is not referenced.</summary>
    UnreadableReferencedPolicy = 7,

    /// <summary>A template contains itself, or a template or interface stands for more than any policy has.</summary>
    EndlessExpansion = 8,

    /// <summary>One name is declared twice.</summary>
    NameDeclaredTwice = 1001,

    /// <summary>A name that the base policy declares too.</summary>
    NameOfBasePolicy = 1002,

    /// <summary>A name is invalid or reserved.</summary>
    InvalidName = 1003,

    /// <summary>A name that breaks the field's convention.</summary>
    NameConvention = 1004,

    /// <summary>An attribute is used where one type is required.</summary>
    AttributeInsteadOfType = 1005,

    /// <summary>A type is used where an attribute is required.</summary>
    TypeInsteadOfAttribute = 1006,

    /// <summary>An attribute reaches itself.</summary>
    MembershipCycle = 1007,

    /// <summary>An attribute is given to an interface that puts what it is given into an attribute.</summary>
    AttributePassedForType = 1008,

    /// <summary>Bounds have two parents or a cycle.</summary>
    InvalidBounds = 1009,

    /// <summary>An attribute that rules use and that has no members.</summary>
    AttributeWithoutMembers = 1010,

    /// <summary>A block with a run-time condition holds what CIL refuses there.</summary>
    DeclarationInConditional = 1011,

    /// <summary>An optional block that is left out for a name that is nearly one of the base.</summary>
    MisspeltNameInOptional = 1012,

    /// <summary>A permission that its class does not have, or none at all.</summary>
    UnknownPermission = 2001,

    /// <summary>An allow rule gives every permission of a class, or all but some.</summary>
    WildcardPermissions = 2002,

    /// <summary>An allow rule gives audit_access, which means something in dontaudit alone.</summary>
    AuditAccessInAllow = 2003,

    /// <summary>A type names itself where Self would do.</summary>
    OwnNameInsteadOfSelf = 2004,

    /// <summary>Ioctl requests that cannot be read.</summary>
    InvalidIoctlRequest = 2005,

    /// <summary>Permissions for which a named set exists, or that lack 'open'.</summary>
    NamedPermissionSet = 2006,

    /// <summary>A rule repeats what another one grants already.</summary>
    RedundantRule = 2007,

    /// <summary>An object class that its target never is.</summary>
    ClassNeverOfTarget = 2008,

    /// <summary>An access that a neverallow of the policy forbids.</summary>
    NeverAllowViolated = 2009,

    /// <summary>An exclusion in an attribute that is written out member by member.</summary>
    ExclusionWrittenOut = 2010,

    /// <summary>Raw CIL or an expression that cannot be read.</summary>
    UnreadableCil = 2011,

    /// <summary>A list of ioctl requests to log or to hide, without one of requests to allow.</summary>
    IoctlListDeniesOthers = 2012,

    /// <summary>A list of requests of an ioctl that nothing grants.</summary>
    IoctlListWithoutGrant = 2013,

    /// <summary>A domain transition without all of its permissions.</summary>
    IncompleteDomainTransition = 3001,

    /// <summary>Two transitions contradict each other.</summary>
    ConflictingTransitions = 3002,

    /// <summary>A domain that nothing can enter.</summary>
    DomainWithoutEntrypoint = 3003,

    /// <summary>A domain that no role may run.</summary>
    DomainWithoutRole = 3004,

    /// <summary>A type that does something with processes and is not in the attribute domain.</summary>
    OutsideDomainAttribute = 3005,

    /// <summary>An executable type that no file is labelled with.</summary>
    ExecutableWithoutLabel = 3006,

    /// <summary>A domain that is entered through a type of executables which many programs share.</summary>
    SharedEntrypoint = 3007,

    /// <summary>A domain that systemd cannot enter under NoNewPrivileges.</summary>
    NoNewPrivileges = 3008,

    /// <summary>A named transition whose name no file can have, such as a path.</summary>
    ImpossibleFileName = 3009,

    /// <summary>A file transition without its permissions.</summary>
    IncompleteFileTransition = 3010,

    /// <summary>A domain transition through the one entrypoint of a domain that has not exactly one.</summary>
    NotOneEntrypoint = 3011,

    /// <summary>Transition to a program that the source cannot reach.</summary>
    UnreachableProgram = 3012,

    /// <summary>Role that may not run the domain of a transition.</summary>
    RoleMayNotRunDomain = 3013,

    /// <summary>A metacharacter of a pattern that is surely meant literally.</summary>
    UnescapedMetacharacter = 4001,

    /// <summary>A path pattern is invalid.</summary>
    InvalidPathPattern = 4002,

    /// <summary>A path pattern escapes its anchors.</summary>
    PatternNotAnchored = 4003,

    /// <summary>A path pattern can never match.</summary>
    PatternNeverMatches = 4004,

    /// <summary>A construct of a path that seldom means what it seems to.</summary>
    SuspiciousPattern = 4005,

    /// <summary>A path with USER or ROLE in it, which is taken for a template.</summary>
    UserOrRoleInPath = 4006,

    /// <summary>A path that names a home directory.</summary>
    HardCodedHome = 4007,

    /// <summary>A label on a path that the target looks up under another name.</summary>
    PathUnderEquivalence = 4008,

    /// <summary>One path has two labels.</summary>
    ConflictingLabels = 4009,

    /// <summary>A label that is repeated.</summary>
    RedundantLabel = 4010,

    /// <summary>A path has one label for every kind of file and another for one kind.</summary>
    LabelOfEveryAndOneKind = 4011,

    /// <summary>A pattern and its kind of file contradict each other.</summary>
    KindContradictsPattern = 4012,

    /// <summary>Files with a type that is not in file_type.</summary>
    LabelNotFileType = 4013,

    /// <summary>A label is a domain or an attribute.</summary>
    LabelIsDomainOrAttribute = 4014,

    /// <summary>A genfs path is relative or a pattern.</summary>
    InvalidGenfsPath = 4015,

    /// <summary>A file type that no file has.</summary>
    FileTypeWithoutLabel = 4016,

    /// <summary>A path that the base labels otherwise.</summary>
    LabelDiffersFromBase = 4017,

    /// <summary>A security level or range cannot be read.</summary>
    InvalidLevel = 4018,

    /// <summary>Files that a domain may use but cannot reach.</summary>
    UnreachableFiles = 4019,

    /// <summary>Labelled files that no domain with rights to them can reach.</summary>
    UnreachableLabels = 4020,

    /// <summary>A literal path that is written as a glob.</summary>
    PathWrittenAsGlob = 4021,

    /// <summary>A permissive domain.</summary>
    PermissiveDomain = 5001,

    /// <summary>Memory that can be written and executed.</summary>
    WritableExecutableMemory = 5002,

    /// <summary>A capability or process permission that amounts to much more.</summary>
    SensitivePermission = 5003,

    /// <summary>A permission to change the policy or to switch it off.</summary>
    PolicyManagement = 5004,

    /// <summary>A type that one domain may both write and execute.</summary>
    WritableExecutable = 5005,

    /// <summary>Access that a neverallow of the base keeps from all but some.</summary>
    GuardedAccess = 5006,

    /// <summary>Changing files of a type that nobody in particular owns, or of most types.</summary>
    BroadAccess = 5007,

    /// <summary>A type that joins an attribute whose members are let past the guards of the base.</summary>
    PrivilegedMembership = 5008,

    /// <summary>Kernel log access is incomplete.</summary>
    IncompleteKernelLogAccess = 5009,

    /// <summary>Categories that do not restrict a domain.</summary>
    CategoriesWithoutEffect = 5010,

    /// <summary>A port is out of range.</summary>
    InvalidPort = 6001,

    /// <summary>One port, host or network interface has two labels.</summary>
    ConflictingNetworkLabels = 6002,

    /// <summary>A network address or name cannot be read.</summary>
    InvalidAddress = 6003,

    /// <summary>A domain may bind a port, and may not bind any address.</summary>
    PortWithoutAddress = 6004,

    /// <summary>A domain may bind a port below 1024, and lacks the capability for it.</summary>
    LowPortWithoutCapability = 6005,

    /// <summary>Access to a type of the base that an interface of the base gives.</summary>
    RawRuleInsteadOfInterface = 7001,

    /// <summary>A type of the base that this policy gives access or memberships.</summary>
    ForeignTypeGivenAccess = 7002,

    /// <summary>A name that neither this policy nor the base declares.</summary>
    UndeclaredName = 7003,

    /// <summary>An interface that the base deprecates.</summary>
    DeprecatedInterface = 7004,

    /// <summary>A name of a module that a machine may lack, outside of an optional block.</summary>
    DependencyOutsideOptional = 7005,

    /// <summary>A public interface without documentation.</summary>
    UndocumentedInterface = 7006,

    /// <summary>An index of the base that cannot be read or is of another target.</summary>
    UnusableBaseIndex = 7007,

    /// <summary>An object class or a permission that the base of a target lacks.</summary>
    MissingInTarget = 7008,

    /// <summary>A permission set that the targets have with different permissions.</summary>
    PermissionSetDiffers = 7009,

    /// <summary>A boolean that decides nothing, or a block that holds nothing.</summary>
    UnusedDeclaration = 8001,

    /// <summary>A justification that gives no reason.</summary>
    JustificationWithoutReason = 8002,

    /// <summary>A justification of something that no justification silences.</summary>
    JustificationWithoutEffect = 8003,
}
