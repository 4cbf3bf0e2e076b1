using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>The one table of rules: code, documents and tests read it.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<RuleMetadata> All { get; } =
    [
        Blocking(RuleId.TP0001, "Policy class has the wrong shape", Categories.Authoring, RuleScope.Symbol, "the vocabulary", hasFix: true),
        Blocking(RuleId.TP0002, "Two kinds on one class, or a policy attribute on a class that declares nothing", Categories.Authoring, RuleScope.Symbol, "the vocabulary", hasFix: true),
        Warning(RuleId.TP0003, "Policy class has the name of a namespace", Categories.Authoring, RuleScope.Symbol, "C# (CS0234)", hasFix: true),
        Blocking(RuleId.TP0004, "C# type declares nothing in SELinux", Categories.Authoring, RuleScope.Policy, "the vocabulary"),
        Blocking(RuleId.TP0005, "Policy name of the wrong kind", Categories.Authoring, RuleScope.Policy, "secilc"),
        Blocking(RuleId.TP0006, "Interface cannot be written or applied", Categories.Authoring, RuleScope.Policy, "secilc"),
        Blocking(RuleId.TP0007, "Part of a referenced policy cannot be read", Categories.Authoring, RuleScope.Policy, "C#, which is silent"),
        Blocking(RuleId.TP0008, "Template or interface expands without end", Categories.Authoring, RuleScope.Policy, "the vocabulary"),
        Blocking(RuleId.TP1001, "SELinux name declared twice", Categories.Declarations, RuleScope.Policy, "secilc: Re-declaration"),
        Error(RuleId.TP1002, "Name that the base policy declares", Categories.Declarations, RuleScope.Base, "secilc: Re-declaration", hasFix: true),
        Blocking(RuleId.TP1003, "Invalid or reserved SELinux name", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true),
        Info(RuleId.TP1004, "Name breaks the convention", Categories.Declarations, RuleScope.Symbol, "SELint; Android", hasFix: true),
        Blocking(RuleId.TP1005, "Attribute used where one type is required", Categories.Declarations, RuleScope.Policy, "secilc, checkmodule; Gravity", hasFix: true),
        Blocking(RuleId.TP1006, "Type used where an attribute is required", Categories.Declarations, RuleScope.Policy, "secilc, which prints no place"),
        Blocking(RuleId.TP1007, "Attribute membership cycle", Categories.Declarations, RuleScope.Policy, "secilc"),
        Error(RuleId.TP1008, "Attribute passed to an interface that needs a concrete type", Categories.Declarations, RuleScope.Policy, "checkmodule: unknown type; Gravity", hasFix: true),
        Blocking(RuleId.TP1009, "Bounds: two parents or a cycle", Categories.Declarations, RuleScope.Policy, "secilc"),
        Warning(RuleId.TP1010, "Attribute without members", Categories.Declarations, RuleScope.Policy, "sechecker; secilc is silent"),
        Blocking(RuleId.TP1011, "Declaration or membership inside a conditional", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true),
        Warning(RuleId.TP1012, "Optional block left out because of a misspelt name", Categories.Declarations, RuleScope.Base, "secilc is silent", hasFix: true),
        Blocking(RuleId.TP2001, "Permission not in class, unknown class, or empty set", Categories.Rules, RuleScope.Policy, "SELint E-007, E-008; secilc", hasFix: true),
        Warning(RuleId.TP2002, "Wildcard or complement permissions", Categories.Rules, RuleScope.Symbol, "SELint W-008", hasFix: true),
        Warning(RuleId.TP2003, "audit_access in an allow rule", Categories.Rules, RuleScope.Symbol, "SELint W-013", hasFix: true),
        Info(RuleId.TP2004, "Self for the type's own name", Categories.Rules, RuleScope.Symbol, "SELint C-007", hasFix: true),
        Blocking(RuleId.TP2005, "Ioctl request inverted, over 16 bits or unreadable", Categories.Rules, RuleScope.Policy, "secilc is silent", hasFix: true),
        Info(RuleId.TP2006, "Permission set has a name, or lacks 'open'", Categories.Rules, RuleScope.Symbol, "SELint S-010; Android", hasFix: true),
        Info(RuleId.TP2007, "Rule repeated or subsumed", Categories.Rules, RuleScope.Policy, "gravity.te", hasFix: true, tag: "Unnecessary"),
        Warning(RuleId.TP2008, "Object class never applies to the target type", Categories.Rules, RuleScope.Policy, "gravity.te; secilc is silent"),
        Blocking(RuleId.TP2009, "Neverallow violated", Categories.Rules, RuleScope.Policy, "secilc: neverallow check failed"),
        Hidden(RuleId.TP2010, "Exclusion makes an attribute be written out", Categories.Rules, RuleScope.Policy, "SELint X-002"),
        Blocking(RuleId.TP2011, "Raw CIL or expression cannot be read", Categories.Rules, RuleScope.Policy, "secilc"),
        Warning(RuleId.TP2012, "List of ioctl requests that denies all others", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true),
        Warning(RuleId.TP2013, "List of ioctl requests without a rule that grants ioctl", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true),
        Warning(RuleId.TP3001, "Domain transition lacks execute, transition or entrypoint", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; sedta; secilc is silent", hasFix: true),
        Blocking(RuleId.TP3002, "Conflicting transitions", Categories.Transitions, RuleScope.Policy, "secilc"),
        Warning(RuleId.TP3003, "Domain has no entrypoint", Categories.Transitions, RuleScope.Policy, "refpolicy domain_entry_file(); secilc is silent", hasFix: true),
        Warning(RuleId.TP3004, "Domain is allowed for no role", Categories.Transitions, RuleScope.Policy, "secilc is silent", hasFix: true),
        Warning(RuleId.TP3005, "Domain outside the attribute domain", Categories.Transitions, RuleScope.Base, "neverallow rules of the base", hasFix: true),
        Warning(RuleId.TP3006, "Executable type has no file label", Categories.Transitions, RuleScope.Policy, "practice; secilc is silent", hasFix: true),
        Warning(RuleId.TP3007, "Entrypoint that many programs share", Categories.Transitions, RuleScope.Base, "gravity.te; secilc is silent"),
        Info(RuleId.TP3008, "Service that systemd cannot enter under NoNewPrivileges", Categories.Transitions, RuleScope.Base, "refpolicy init.if; the kernel", hasFix: true),
        Blocking(RuleId.TP3009, "Named transition with a name that no file can have", Categories.Transitions, RuleScope.Policy, "checkmodule; secilc is silent"),
        Warning(RuleId.TP3010, "File transition lacks create or add_name", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; secilc is silent", hasFix: true),
        Blocking(RuleId.TP3011, "Target domain must have exactly one entrypoint", Categories.Transitions, RuleScope.Policy, "the vocabulary"),
        Warning(RuleId.TP3012, "Program of a transition lies where the source may not search", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP3013, "Role that may not run the domain of a transition", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP4001, "Unescaped metacharacter in a path pattern", Categories.FileContexts, RuleScope.Symbol, "SELint W-004", hasFix: true),
        Blocking(RuleId.TP4002, "Invalid path pattern", Categories.FileContexts, RuleScope.Policy, "setfiles; secilc is silent", hasFix: true),
        Blocking(RuleId.TP4003, "Top-level '|' or explicit anchor defeats ^...$", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true),
        Blocking(RuleId.TP4004, "Path pattern can never match", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true),
        Warning(RuleId.TP4005, "Suspicious or dialect-dependent construct in a path", Categories.FileContexts, RuleScope.Symbol, "refpolicy check_fc_files.py", hasFix: true),
        Warning(RuleId.TP4006, "Path contains USER or ROLE", Categories.FileContexts, RuleScope.Symbol, "libsemanage semanage_split_fc"),
        Warning(RuleId.TP4007, "Hard-coded home directory", Categories.FileContexts, RuleScope.Symbol, "genhomedircon", hasFix: true),
        Warning(RuleId.TP4008, "Path under an equivalence of the target", Categories.FileContexts, RuleScope.Symbol, "Gravity; semanage's seobject.py", hasFix: true),
        Blocking(RuleId.TP4009, "Same path and kind, different labels", Categories.FileContexts, RuleScope.Policy, "secilc -v; setfiles"),
        Warning(RuleId.TP4010, "Label repeated, or never used", Categories.FileContexts, RuleScope.Policy, "setfiles: Multiple same specifications", hasFix: true, tag: "Unnecessary"),
        Warning(RuleId.TP4011, "Same path with every kind and with one kind", Categories.FileContexts, RuleScope.Policy, "libselinux 3.4, 3.8 and 3.9 differ"),
        Info(RuleId.TP4012, "Kind contradicts the pattern, or '/.*' leaves out the directory", Categories.FileContexts, RuleScope.Symbol, "libselinux", hasFix: true),
        Warning(RuleId.TP4013, "File label is not a file type", Categories.FileContexts, RuleScope.Base, "semanage's seobject.py; Android", hasFix: true),
        Blocking(RuleId.TP4014, "Label is a domain or an attribute", Categories.FileContexts, RuleScope.Policy, "secilc"),
        Blocking(RuleId.TP4015, "Genfs path has a pattern or is relative", Categories.FileContexts, RuleScope.Policy, "Android; secilc is silent"),
        Info(RuleId.TP4016, "File type without a file label", Categories.FileContexts, RuleScope.Policy, "Android contexts_mapping"),
        Warning(RuleId.TP4017, "Path is labelled differently by the base policy", Categories.FileContexts, RuleScope.Base, "secilc; Android"),
        Blocking(RuleId.TP4018, "Security level or range cannot be read", Categories.FileContexts, RuleScope.Policy, "secilc"),
        Warning(RuleId.TP4019, "Files that a domain may use but cannot reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP4020, "Labelled files that no domain with rights to them can reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP4021, "Literal path that is written as a glob", Categories.FileContexts, RuleScope.Symbol, "shells; secilc is silent", hasFix: true),
        Warning(RuleId.TP5001, "Permissive domain left on", Categories.Security, RuleScope.Symbol, "Android CDD", hasFix: true),
        Warning(RuleId.TP5002, "Memory that is writable and executable", Categories.Security, RuleScope.Symbol, "practice"),
        Warning(RuleId.TP5003, "Sensitive capability or process permission", Categories.Security, RuleScope.Symbol, "sechecker.ini; Android"),
        Warning(RuleId.TP5004, "Permission to manage the policy", Categories.Security, RuleScope.Symbol, "Fedora; sechecker.ini"),
        Warning(RuleId.TP5005, "Type that one domain may write and execute", Categories.Security, RuleScope.Policy, "sechecker ro_execs; gravity.if"),
        Warning(RuleId.TP5006, "Access that the base policy restricts", Categories.Security, RuleScope.Base, "neverallow rules of the base", hasFix: true),
        Warning(RuleId.TP5007, "Change of shared files, or of most files", Categories.Security, RuleScope.Base, "Android; gravity.te"),
        Warning(RuleId.TP5008, "Membership in a privileged attribute", Categories.Security, RuleScope.Base, "sechecker"),
        Warning(RuleId.TP5009, "Kernel log access is incomplete", Categories.Security, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP5010, "Categories that do not restrict a domain", Categories.Security, RuleScope.Base, "constraints of the base; secilc is silent", hasFix: true),
        Blocking(RuleId.TP6001, "Port out of range or inverted", Categories.Network, RuleScope.Policy, "secilc is silent", hasFix: true),
        Blocking(RuleId.TP6002, "Port, host or network interface labelled twice", Categories.Network, RuleScope.Policy, "secilc -v"),
        Blocking(RuleId.TP6003, "Network address or name cannot be read", Categories.Network, RuleScope.Policy, "secilc"),
        Warning(RuleId.TP6004, "Port may be bound, address may not", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Warning(RuleId.TP6005, "Port below 1024 is bound without the capability", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true),
        Info(RuleId.TP7001, "Raw rule where an interface of the base exists", Categories.BasePolicy, RuleScope.Base, "SELint S-001; Gravity", hasFix: true),
        Info(RuleId.TP7002, "Type of the base that is given access from outside", Categories.BasePolicy, RuleScope.Base, "SELint W-001; Fedora"),
        Error(RuleId.TP7003, "Name is not declared", Categories.BasePolicy, RuleScope.Base, "SELint W-010, E-005; secilc", hasFix: true),
        Warning(RuleId.TP7004, "Deprecated interface of the base", Categories.BasePolicy, RuleScope.Base, "refpolicywarn; CS0618", hasFix: true),
        Hidden(RuleId.TP7005, "Dependency on an optional module outside an optional block", Categories.BasePolicy, RuleScope.Base, "SELint W-005; secilc", hasFix: true),
        Hidden(RuleId.TP7006, "Public interface without documentation", Categories.BasePolicy, RuleScope.Symbol, "SELint C-004", hasFix: true),
        Warning(RuleId.TP7007, "Base policy index cannot be used", Categories.BasePolicy, RuleScope.Project, "SELint skips what it does not know"),
        Warning(RuleId.TP7008, "Class or permission that a target lacks", Categories.BasePolicy, RuleScope.Base, "secilc: Failed to resolve"),
        Info(RuleId.TP7009, "Permission set that differs between targets", Categories.BasePolicy, RuleScope.Base, "policy/support/obj_perm_sets.spt; secilc is silent"),
        Info(RuleId.TP8001, "Unused boolean or empty block", Categories.Hygiene, RuleScope.Policy, "SELint X-001, E-009", hasFix: true, tag: "Unnecessary"),
        Info(RuleId.TP8002, "Justification without a reason", Categories.Hygiene, RuleScope.Symbol, "Fedora", hasFix: true),
        Warning(RuleId.TP8003, "Justification that suppresses no rule", Categories.Hygiene, RuleScope.Symbol, "the vocabulary", hasFix: true),
    ];

    private static readonly ImmutableDictionary<RuleId, RuleMetadata> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>What holds for a rule.</summary>
    public static RuleMetadata Get(RuleId id) => ById[id];

    private static RuleMetadata Blocking(RuleId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
        new(id, title, category, RuleSeverity.Error, scope, IsBlocking: true, hasFix, source, []);

    private static RuleMetadata Error(RuleId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
        new(id, title, category, RuleSeverity.Error, scope, IsBlocking: false, hasFix, source, []);

    private static RuleMetadata Warning(RuleId id, string title, string category, RuleScope scope, string source, bool hasFix = false, string? tag = null) =>
        new(id, title, category, RuleSeverity.Warning, scope, IsBlocking: false, hasFix, source, tag is null ? [] : [tag]);

    private static RuleMetadata Info(RuleId id, string title, string category, RuleScope scope, string source, bool hasFix = false, string? tag = null) =>
        new(id, title, category, RuleSeverity.Info, scope, IsBlocking: false, hasFix, source, tag is null ? [] : [tag]);

    private static RuleMetadata Hidden(RuleId id, string title, string category, RuleScope scope, string source, bool hasFix = false) =>
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
