using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>The one table of rules: code, documents and tests read it.</summary>
public static partial class RuleCatalogue
{
    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<RuleMetadata> All { get; } =
    [
        WrongClassShape.Rule,
        TwoKindsOnOneClass.Rule,
        ClassNamedLikeNamespace.Rule,
        ClassDeclaresNothing.Rule,
        WrongKindOfName.Rule,
        InterfaceNotExpressible.Rule,
        UnreadableReferencedPolicy.Rule,
        EndlessExpansion.Rule,
        NameDeclaredTwice.Rule,
        NameOfBasePolicy.Rule,
        InvalidName.Rule,
        NameConvention.Rule,
        AttributeInsteadOfType.Rule,
        TypeInsteadOfAttribute.Rule,
        MembershipCycle.Rule,
        AttributePassedForType.Rule,
        InvalidBounds.Rule,
        AttributeWithoutMembers.Rule,
        DeclarationInConditional.Rule,
        MisspeltNameInOptional.Rule,
        UnknownPermission.Rule,
        WildcardPermissions.Rule,
        AuditAccessInAllow.Rule,
        OwnNameInsteadOfSelf.Rule,
        InvalidIoctlRequest.Rule,
        NamedPermissionSet.Rule,
        RedundantRule.Rule,
        ClassNeverOfTarget.Rule,
        NeverAllowViolated.Rule,
        ExclusionWrittenOut.Rule,
        UnreadableCil.Rule,
        IoctlListDeniesOthers.Rule,
        IoctlListWithoutGrant.Rule,
        IncompleteDomainTransition.Rule,
        ConflictingTransitions.Rule,
        DomainWithoutEntrypoint.Rule,
        DomainWithoutRole.Rule,
        OutsideDomainAttribute.Rule,
        ExecutableWithoutLabel.Rule,
        SharedEntrypoint.Rule,
        NoNewPrivileges.Rule,
        ImpossibleFileName.Rule,
        IncompleteFileTransition.Rule,
        NotOneEntrypoint.Rule,
        UnreachableProgram.Rule,
        RoleMayNotRunDomain.Rule,
        UnescapedMetacharacter.Rule,
        InvalidPathPattern.Rule,
        PatternNotAnchored.Rule,
        PatternNeverMatches.Rule,
        SuspiciousPattern.Rule,
        UserOrRoleInPath.Rule,
        HardCodedHome.Rule,
        PathUnderEquivalence.Rule,
        ConflictingLabels.Rule,
        RedundantLabel.Rule,
        LabelOfEveryAndOneKind.Rule,
        KindContradictsPattern.Rule,
        LabelNotFileType.Rule,
        LabelIsDomainOrAttribute.Rule,
        InvalidGenfsPath.Rule,
        FileTypeWithoutLabel.Rule,
        LabelDiffersFromBase.Rule,
        InvalidLevel.Rule,
        UnreachableFiles.Rule,
        UnreachableLabels.Rule,
        PathWrittenAsGlob.Rule,
        PermissiveDomain.Rule,
        WritableExecutableMemory.Rule,
        SensitivePermission.Rule,
        PolicyManagement.Rule,
        WritableExecutable.Rule,
        GuardedAccess.Rule,
        BroadAccess.Rule,
        PrivilegedMembership.Rule,
        IncompleteKernelLogAccess.Rule,
        CategoriesWithoutEffect.Rule,
        InvalidPort.Rule,
        ConflictingNetworkLabels.Rule,
        InvalidAddress.Rule,
        PortWithoutAddress.Rule,
        LowPortWithoutCapability.Rule,
        RawRuleInsteadOfInterface.Rule,
        ForeignTypeGivenAccess.Rule,
        UndeclaredName.Rule,
        DeprecatedInterface.Rule,
        DependencyOutsideOptional.Rule,
        UndocumentedInterface.Rule,
        UnusableBaseIndex.Rule,
        MissingInTarget.Rule,
        PermissionSetDiffers.Rule,
        UnusedDeclaration.Rule,
        JustificationWithoutReason.Rule,
        JustificationWithoutEffect.Rule,
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
