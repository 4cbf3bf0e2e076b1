#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP7xxx: interfaces and the base policy.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP7001.</summary>
    public static class RawRuleInsteadOfInterface
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.RawRuleInsteadOfInterface, "Raw rule where an interface of the base exists", Categories.BasePolicy, RuleScope.Base, "SELint S-001; Gravity", hasFix: true);
        public static readonly RuleMessage InterfaceExists = new(DiagnosticId.RawRuleInsteadOfInterface, "The interface {0} grants this{1}{2}Write [{3}].");
    }

    /// <summary>TP7002.</summary>
    public static class ForeignTypeGivenAccess
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.ForeignTypeGivenAccess, "Type of the base that is given access from outside", Categories.BasePolicy, RuleScope.Base, "SELint W-001; Fedora");
        public static readonly RuleMessage GivenFromOutside = new(DiagnosticId.ForeignTypeGivenAccess, "{0} belongs to {1}, and this policy gives it more from outside. Apply an interface of its module where there is one, so that a change of the type is seen here.");
    }

    /// <summary>TP7003.</summary>
    public static class UndeclaredName
    {
        public static readonly RuleMetadata Rule = Error(DiagnosticId.UndeclaredName, "Name is not declared", Categories.BasePolicy, RuleScope.Base, "SELint W-010, E-005; secilc", hasFix: true);
        public static readonly RuleMessage NotFound = new(DiagnosticId.UndeclaredName, "No declaration of {0} was found in this policy, a referenced one or {1}. Reference the policy that declares {2}, or put what needs {2} in an [Optional] block.");
        public static readonly RuleMessage Slip = new(DiagnosticId.UndeclaredName, "No declaration of {0} was found. Did you mean {1}?");
        public static readonly RuleMessage Misspelt = new(DiagnosticId.UndeclaredName, "No declaration of {0} was found in this policy, a referenced one or {1}. Did you mean {2}?");
    }

    /// <summary>TP7004.</summary>
    public static class DeprecatedInterface
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.DeprecatedInterface, "Deprecated interface of the base", Categories.BasePolicy, RuleScope.Base, "refpolicywarn; CS0618", hasFix: true);
        public static readonly RuleMessage Replaced = new(DiagnosticId.DeprecatedInterface, "{0} deprecates the interface {1}, and a later version will remove it. Write {2}.");
        public static readonly RuleMessage DoesNothing = new(DiagnosticId.DeprecatedInterface, "{0} deprecates the interface {1}, which no longer does anything and which a later version will remove. Remove this attribute.");
        public static readonly RuleMessage NoReplacement = new(DiagnosticId.DeprecatedInterface, "{0} deprecates the interface {1}, and a later version will remove it without a replacement. Grant the access with other interfaces.");
    }

    /// <summary>TP7005.</summary>
    public static class DependencyOutsideOptional
    {
        public static readonly RuleMetadata Rule = Hidden(DiagnosticId.DependencyOutsideOptional, "Dependency on an optional module outside an optional block", Categories.BasePolicy, RuleScope.Base, "SELint W-005; secilc", hasFix: true);
        public static readonly RuleMessage OptionalModule = new(DiagnosticId.DependencyOutsideOptional, "{0} belongs to the module {1} of {2}, which a machine may lack: the policy does not link there. Put this into an [Optional] block.");
    }

    /// <summary>TP7006.</summary>
    public static class UndocumentedInterface
    {
        public static readonly RuleMetadata Rule = Hidden(DiagnosticId.UndocumentedInterface, "Public interface without documentation", Categories.BasePolicy, RuleScope.Symbol, "SELint C-004", hasFix: true);
        public static readonly RuleMessage Undocumented = new(DiagnosticId.UndocumentedInterface, "{0} is a public policy interface without documentation. Add a <summary> of what it grants: completion shows it to everyone who may apply the interface.");
    }

    /// <summary>TP7007.</summary>
    public static class UnusableBaseIndex
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UnusableBaseIndex, "Base policy index cannot be used", Categories.BasePolicy, RuleScope.Project, "SELint skips what it does not know");
        public static readonly RuleMessage Invalid = new(DiagnosticId.UnusableBaseIndex, "This index of a base policy is not used: {0}. Make it again with the TypedPolicy that reads it.");
        public static readonly RuleMessage OtherTarget = new(DiagnosticId.UnusableBaseIndex, "This is the index of {0}, and the policy is for {1}: names and labels of the two differ. Reference the index of the target, or add the target to TypedPolicyTargets.");
    }

    /// <summary>TP7008.</summary>
    public static class MissingInTarget
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.MissingInTarget, "Class or permission that a target lacks", Categories.BasePolicy, RuleScope.Base, "secilc: Failed to resolve");
        public static readonly RuleMessage DoesNotLink = new(DiagnosticId.MissingInTarget, "{0}, so the policy does not link there. Leave it out, or put what needs it in an [Optional] block.");
        public static readonly RuleMessage OptionalLeftOut = new(DiagnosticId.MissingInTarget, "{0}, so the optional block is left out there. Put what does not need it in a block of its own.");
    }

    /// <summary>TP7009.</summary>
    public static class PermissionSetDiffers
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.PermissionSetDiffers, "Permission set that differs between targets", Categories.BasePolicy, RuleScope.Base, "policy/support/obj_perm_sets.spt; secilc is silent");
        public static readonly RuleMessage LeaveOut = new(DiagnosticId.PermissionSetDiffers, "These are the permissions of {0} on {1}; on {2} that set {3}. Leave out {5} if the set of {4} is meant.");
        public static readonly RuleMessage Add = new(DiagnosticId.PermissionSetDiffers, "These are the permissions of {0} on {1}; on {2} that set {3}. Add what the domain needs on {4}.");
    }
}
