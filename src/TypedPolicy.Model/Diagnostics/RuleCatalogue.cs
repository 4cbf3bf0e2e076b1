using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>The one table of rules: code, documents and tests read it.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<RuleMetadata> All { get; } =
    [
        Blocking(DiagnosticId.WrongClassShape, "Policy class has the wrong shape", Categories.Authoring, RuleScope.Symbol, "the vocabulary", hasFix: true),
        Blocking(DiagnosticId.TwoKindsOnOneClass, "Two kinds on one class, or a policy attribute on a class that declares nothing", Categories.Authoring, RuleScope.Symbol, "the vocabulary", hasFix: true),
        Warning(DiagnosticId.ClassNamedLikeNamespace, "Policy class has the name of a namespace", Categories.Authoring, RuleScope.Symbol, "C# (CS0234)", hasFix: true),
        Blocking(DiagnosticId.ClassDeclaresNothing, "C# type declares nothing in SELinux", Categories.Authoring, RuleScope.Policy, "the vocabulary"),
        Blocking(DiagnosticId.WrongKindOfName, "Policy name of the wrong kind", Categories.Authoring, RuleScope.Policy, "secilc"),
        Blocking(DiagnosticId.InterfaceNotExpressible, "Interface cannot be written or applied", Categories.Authoring, RuleScope.Policy, "secilc"),
        Blocking(DiagnosticId.UnreadableReferencedPolicy, "Part of a referenced policy cannot be read", Categories.Authoring, RuleScope.Policy, "C#, which is silent"),
        Blocking(DiagnosticId.EndlessExpansion, "Template or interface expands without end", Categories.Authoring, RuleScope.Policy, "the vocabulary"),
        Blocking(DiagnosticId.NameDeclaredTwice, "SELinux name declared twice", Categories.Declarations, RuleScope.Policy, "secilc: Re-declaration"),
        Error(DiagnosticId.NameOfBasePolicy, "Name that the base policy declares", Categories.Declarations, RuleScope.Base, "secilc: Re-declaration", hasFix: true),
        Blocking(DiagnosticId.InvalidName, "Invalid or reserved SELinux name", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true),
        Info(DiagnosticId.NameConvention, "Name breaks the convention", Categories.Declarations, RuleScope.Symbol, "SELint; Android", hasFix: true),
        Blocking(DiagnosticId.AttributeInsteadOfType, "Attribute used where one type is required", Categories.Declarations, RuleScope.Policy, "secilc, checkmodule; Gravity", hasFix: true),
        Blocking(DiagnosticId.TypeInsteadOfAttribute, "Type used where an attribute is required", Categories.Declarations, RuleScope.Policy, "secilc, which prints no place"),
        Blocking(DiagnosticId.MembershipCycle, "Attribute membership cycle", Categories.Declarations, RuleScope.Policy, "secilc"),
        Error(DiagnosticId.AttributePassedForType, "Attribute passed to an interface that needs a concrete type", Categories.Declarations, RuleScope.Policy, "checkmodule: unknown type; Gravity", hasFix: true),
        Blocking(DiagnosticId.InvalidBounds, "Bounds: two parents or a cycle", Categories.Declarations, RuleScope.Policy, "secilc"),
        Warning(DiagnosticId.AttributeWithoutMembers, "Attribute without members", Categories.Declarations, RuleScope.Policy, "sechecker; secilc is silent"),
        Blocking(DiagnosticId.DeclarationInConditional, "Declaration or membership inside a conditional", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true),
        Warning(DiagnosticId.MisspeltNameInOptional, "Optional block left out because of a misspelt name", Categories.Declarations, RuleScope.Base, "secilc is silent", hasFix: true),
        Blocking(DiagnosticId.UnknownPermission, "Permission not in class, unknown class, or empty set", Categories.Rules, RuleScope.Policy, "SELint E-007, E-008; secilc", hasFix: true),
        Warning(DiagnosticId.WildcardPermissions, "Wildcard or complement permissions", Categories.Rules, RuleScope.Symbol, "SELint W-008", hasFix: true),
        Warning(DiagnosticId.AuditAccessInAllow, "audit_access in an allow rule", Categories.Rules, RuleScope.Symbol, "SELint W-013", hasFix: true),
        Info(DiagnosticId.OwnNameInsteadOfSelf, "Self for the type's own name", Categories.Rules, RuleScope.Symbol, "SELint C-007", hasFix: true),
        Blocking(DiagnosticId.InvalidIoctlRequest, "Ioctl request inverted, over 16 bits or unreadable", Categories.Rules, RuleScope.Policy, "secilc is silent", hasFix: true),
        Info(DiagnosticId.NamedPermissionSet, "Permissions for which a named set exists, or that lack 'open'", Categories.Rules, RuleScope.Symbol, "SELint S-010; Android", hasFix: true),
        Info(DiagnosticId.RedundantRule, "Rule repeated or subsumed", Categories.Rules, RuleScope.Policy, "gravity.te", hasFix: true, tag: "Unnecessary"),
        Warning(DiagnosticId.ClassNeverOfTarget, "Object class never applies to the target type", Categories.Rules, RuleScope.Policy, "gravity.te; secilc is silent"),
        Blocking(DiagnosticId.NeverAllowViolated, "Neverallow violated", Categories.Rules, RuleScope.Policy, "secilc: neverallow check failed"),
        Hidden(DiagnosticId.ExclusionWrittenOut, "Exclusion causes an attribute to be expanded", Categories.Rules, RuleScope.Policy, "SELint X-002"),
        Blocking(DiagnosticId.UnreadableCil, "Raw CIL or expression cannot be read", Categories.Rules, RuleScope.Policy, "secilc"),
        Warning(DiagnosticId.IoctlListDeniesOthers, "List of ioctl requests that denies all others", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true),
        Warning(DiagnosticId.IoctlListWithoutGrant, "List of ioctl requests without a rule that grants ioctl", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true),
        Warning(DiagnosticId.IncompleteDomainTransition, "Domain transition lacks execute, transition or entrypoint", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; sedta; secilc is silent", hasFix: true),
        Blocking(DiagnosticId.ConflictingTransitions, "Conflicting transitions", Categories.Transitions, RuleScope.Policy, "secilc"),
        Warning(DiagnosticId.DomainWithoutEntrypoint, "Domain has no entrypoint", Categories.Transitions, RuleScope.Policy, "refpolicy domain_entry_file(); secilc is silent", hasFix: true),
        Warning(DiagnosticId.DomainWithoutRole, "Domain is allowed for no role", Categories.Transitions, RuleScope.Policy, "secilc is silent", hasFix: true),
        Warning(DiagnosticId.OutsideDomainAttribute, "Domain outside the attribute domain", Categories.Transitions, RuleScope.Base, "neverallow rules of the base", hasFix: true),
        Warning(DiagnosticId.ExecutableWithoutLabel, "Executable type has no file label", Categories.Transitions, RuleScope.Policy, "practice; secilc is silent", hasFix: true),
        Warning(DiagnosticId.SharedEntrypoint, "Entrypoint that many programs share", Categories.Transitions, RuleScope.Base, "gravity.te; secilc is silent"),
        Info(DiagnosticId.NoNewPrivileges, "Service that systemd cannot enter under NoNewPrivileges", Categories.Transitions, RuleScope.Base, "refpolicy init.if; the kernel", hasFix: true),
        Blocking(DiagnosticId.ImpossibleFileName, "Named transition with a name that no file can have", Categories.Transitions, RuleScope.Policy, "checkmodule; secilc is silent"),
        Warning(DiagnosticId.IncompleteFileTransition, "File transition lacks create or add_name", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; secilc is silent", hasFix: true),
        Blocking(DiagnosticId.NotOneEntrypoint, "Target domain must have exactly one entrypoint", Categories.Transitions, RuleScope.Policy, "the vocabulary"),
        Warning(DiagnosticId.UnreachableProgram, "Program of a transition lies where the source may not search", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.RoleMayNotRunDomain, "Role that may not run the domain of a transition", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.UnescapedMetacharacter, "Unescaped metacharacter in a path pattern", Categories.FileContexts, RuleScope.Symbol, "SELint W-004", hasFix: true),
        Blocking(DiagnosticId.InvalidPathPattern, "Invalid path pattern", Categories.FileContexts, RuleScope.Policy, "setfiles; secilc is silent", hasFix: true),
        Blocking(DiagnosticId.PatternNotAnchored, "Top-level '|' or explicit anchor defeats ^...$", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true),
        Blocking(DiagnosticId.PatternNeverMatches, "Path pattern can never match", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true),
        Warning(DiagnosticId.SuspiciousPattern, "Suspicious or dialect-dependent construct in a path", Categories.FileContexts, RuleScope.Symbol, "refpolicy check_fc_files.py", hasFix: true),
        Warning(DiagnosticId.UserOrRoleInPath, "Path contains USER or ROLE", Categories.FileContexts, RuleScope.Symbol, "libsemanage semanage_split_fc"),
        Warning(DiagnosticId.HardCodedHome, "Hard-coded home directory", Categories.FileContexts, RuleScope.Symbol, "genhomedircon", hasFix: true),
        Warning(DiagnosticId.PathUnderEquivalence, "Path under an equivalence of the target", Categories.FileContexts, RuleScope.Symbol, "Gravity; semanage's seobject.py", hasFix: true),
        Blocking(DiagnosticId.ConflictingLabels, "Same path and kind, different labels", Categories.FileContexts, RuleScope.Policy, "secilc -v; setfiles"),
        Warning(DiagnosticId.RedundantLabel, "Label repeated, or never used", Categories.FileContexts, RuleScope.Policy, "setfiles: Multiple same specifications", hasFix: true, tag: "Unnecessary"),
        Warning(DiagnosticId.LabelOfEveryAndOneKind, "Same path with every kind and with one kind", Categories.FileContexts, RuleScope.Policy, "libselinux 3.4, 3.8 and 3.9 differ"),
        Info(DiagnosticId.KindContradictsPattern, "Kind contradicts the pattern, or '/.*' leaves out the directory", Categories.FileContexts, RuleScope.Symbol, "libselinux", hasFix: true),
        Warning(DiagnosticId.LabelNotFileType, "Type of a file label is not a file type", Categories.FileContexts, RuleScope.Base, "semanage's seobject.py; Android", hasFix: true),
        Blocking(DiagnosticId.LabelIsDomainOrAttribute, "Label is a domain or an attribute", Categories.FileContexts, RuleScope.Policy, "secilc"),
        Blocking(DiagnosticId.InvalidGenfsPath, "Genfs path has a pattern or is relative", Categories.FileContexts, RuleScope.Policy, "Android; secilc is silent"),
        Info(DiagnosticId.FileTypeWithoutLabel, "File type without a file label", Categories.FileContexts, RuleScope.Policy, "Android contexts_mapping"),
        Warning(DiagnosticId.LabelDiffersFromBase, "Path is labelled differently by the base policy", Categories.FileContexts, RuleScope.Base, "secilc; Android"),
        Blocking(DiagnosticId.InvalidLevel, "Security level or range cannot be read", Categories.FileContexts, RuleScope.Policy, "secilc"),
        Warning(DiagnosticId.UnreachableFiles, "Files that a domain may use but cannot reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.UnreachableLabels, "Labelled files that no domain with rights to them can reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.PathWrittenAsGlob, "Literal path that is written as a glob", Categories.FileContexts, RuleScope.Symbol, "shells; secilc is silent", hasFix: true),
        Warning(DiagnosticId.PermissiveDomain, "Permissive domain left on", Categories.Security, RuleScope.Symbol, "Android CDD", hasFix: true),
        Warning(DiagnosticId.WritableExecutableMemory, "Memory that is writable and executable", Categories.Security, RuleScope.Symbol, "practice"),
        Warning(DiagnosticId.SensitivePermission, "Sensitive capability or process permission", Categories.Security, RuleScope.Symbol, "sechecker.ini; Android"),
        Warning(DiagnosticId.PolicyManagement, "Permission to manage the policy", Categories.Security, RuleScope.Symbol, "Fedora; sechecker.ini"),
        Warning(DiagnosticId.WritableExecutable, "Type that one domain may write and execute", Categories.Security, RuleScope.Policy, "sechecker ro_execs; gravity.if"),
        Warning(DiagnosticId.GuardedAccess, "Access that the base policy restricts", Categories.Security, RuleScope.Base, "neverallow rules of the base", hasFix: true),
        Warning(DiagnosticId.BroadAccess, "Change of shared files, or of most files", Categories.Security, RuleScope.Base, "Android; gravity.te"),
        Warning(DiagnosticId.PrivilegedMembership, "Membership in a privileged attribute", Categories.Security, RuleScope.Base, "sechecker"),
        Warning(DiagnosticId.IncompleteKernelLogAccess, "Kernel log access is incomplete", Categories.Security, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.CategoriesWithoutEffect, "Categories that do not restrict a domain", Categories.Security, RuleScope.Base, "constraints of the base; secilc is silent", hasFix: true),
        Blocking(DiagnosticId.InvalidPort, "Port out of range or inverted", Categories.Network, RuleScope.Policy, "secilc is silent", hasFix: true),
        Blocking(DiagnosticId.ConflictingNetworkLabels, "Port, host or network interface labelled twice", Categories.Network, RuleScope.Policy, "secilc -v"),
        Blocking(DiagnosticId.InvalidAddress, "Network address or name cannot be read", Categories.Network, RuleScope.Policy, "secilc"),
        Warning(DiagnosticId.PortWithoutAddress, "Port may be bound, address may not", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(DiagnosticId.LowPortWithoutCapability, "Port below 1024 is bound without the capability", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Info(DiagnosticId.RawRuleInsteadOfInterface, "Raw rule where an interface of the base exists", Categories.BasePolicy, RuleScope.Base, "SELint S-001; Gravity", hasFix: true),
        Info(DiagnosticId.ForeignTypeGivenAccess, "Type of the base that is given access from outside", Categories.BasePolicy, RuleScope.Base, "SELint W-001; Fedora"),
        Error(DiagnosticId.UndeclaredName, "Name is not declared", Categories.BasePolicy, RuleScope.Base, "SELint W-010, E-005; secilc", hasFix: true),
        Warning(DiagnosticId.DeprecatedInterface, "Deprecated interface of the base", Categories.BasePolicy, RuleScope.Base, "refpolicywarn; CS0618", hasFix: true),
        Hidden(DiagnosticId.DependencyOutsideOptional, "Dependency on an optional module outside an optional block", Categories.BasePolicy, RuleScope.Base, "SELint W-005; secilc", hasFix: true),
        Hidden(DiagnosticId.UndocumentedInterface, "Public interface without documentation", Categories.BasePolicy, RuleScope.Symbol, "SELint C-004", hasFix: true),
        Warning(DiagnosticId.UnusableBaseIndex, "Base policy index cannot be used", Categories.BasePolicy, RuleScope.Project, "SELint skips what it does not know"),
        Warning(DiagnosticId.MissingInTarget, "Class or permission that a target lacks", Categories.BasePolicy, RuleScope.Base, "secilc: Failed to resolve"),
        Info(DiagnosticId.PermissionSetDiffers, "Permission set that differs between targets", Categories.BasePolicy, RuleScope.Base, "policy/support/obj_perm_sets.spt; secilc is silent"),
        Info(DiagnosticId.UnusedDeclaration, "Unused boolean or empty block", Categories.Hygiene, RuleScope.Policy, "SELint X-001, E-009", hasFix: true, tag: "Unnecessary"),
        Info(DiagnosticId.JustificationWithoutReason, "Justification without a reason", Categories.Hygiene, RuleScope.Symbol, "Fedora", hasFix: true),
        Warning(DiagnosticId.JustificationWithoutEffect, "Justification that suppresses no rule", Categories.Hygiene, RuleScope.Symbol, "the vocabulary", hasFix: true),
    ];

    private static readonly ImmutableDictionary<DiagnosticId, RuleMetadata> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>What holds for a rule.</summary>
    public static RuleMetadata Get(DiagnosticId id) => ById[id];

    private static RuleMetadata Blocking(DiagnosticId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
        new(id, title, category, RuleSeverity.Error, scope, IsBlocking: true, hasFix, source, []);

    private static RuleMetadata Error(DiagnosticId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
        new(id, title, category, RuleSeverity.Error, scope, IsBlocking: false, hasFix, source, []);

    private static RuleMetadata Warning(DiagnosticId id, string title, string category, RuleScope scope, string source, bool hasFix = false, string? tag = null) =>
        new(id, title, category, RuleSeverity.Warning, scope, IsBlocking: false, hasFix, source, tag is null ? [] : [tag]);

    private static RuleMetadata Info(DiagnosticId id, string title, string category, RuleScope scope, string source, bool hasFix = false, string? tag = null) =>
        new(id, title, category, RuleSeverity.Info, scope, IsBlocking: false, hasFix, source, tag is null ? [] : [tag]);

    private static RuleMetadata Hidden(DiagnosticId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
        new(id, title, category, RuleSeverity.Hidden, scope, IsBlocking: false, hasFix, source, []);

    private static class Categories
    {
        public const string Authoring = "TypedPolicy.Authoring";
        public const string Declarations = "TypedPolicy.Declarations";
        public const string Rules = "TypedPolicy.Rules";
        public const string Transitions = "TypedPolicy.Transitions";
        public const string FileContexts = "TypedPolicy.FileContexts";
        public const string Security = "TypedPolicy.Security";
        public const string Network = "TypedPolicy.Network";
        public const string BasePolicy = "TypedPolicy.BasePolicy";
        public const string Hygiene = "TypedPolicy.Hygiene";
    }
}
