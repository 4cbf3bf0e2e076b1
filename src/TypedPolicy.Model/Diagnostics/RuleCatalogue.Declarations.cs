#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP1xxx: names, attributes and memberships.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP1001.</summary>
    public static class NameDeclaredTwice
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.NameDeclaredTwice, "SELinux name declared twice", Categories.Declarations, RuleScope.Policy, "secilc: Re-declaration");
        public static readonly RuleMessage Twice = new(DiagnosticId.NameDeclaredTwice, "{0} is declared twice, by {1} and by {2}. Rename one of them, or make one of them [External].");
        public static readonly RuleMessage InPackage = new(DiagnosticId.NameDeclaredTwice, "{0}, which {1} declares, is declared by the policy package {2} too. Use that package's class, or rename this one.");
    }

    /// <summary>TP1002.</summary>
    public static class NameOfBasePolicy
    {
        public static readonly RuleMetadata Rule = Error(DiagnosticId.NameOfBasePolicy, "Name that the base policy declares", Categories.Declarations, RuleScope.Base, "secilc: Re-declaration", hasFix: true);
        public static readonly RuleMessage DeclaredInBase = new(DiagnosticId.NameOfBasePolicy, "{0} declares {1} already. Write [External(\"{2}\")] where that one is meant, or give this one a name of its own.");
    }

    /// <summary>TP1003.</summary>
    public static class InvalidName
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidName, "Invalid or reserved SELinux name", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true);
        public static readonly RuleMessage ModuleName = new(DiagnosticId.InvalidName, "'{0}' cannot be the name of a policy module: {1}. Give [assembly: PolicyModule] another name.");
        public static readonly RuleMessage Refused = new(DiagnosticId.InvalidName, "'{0}', {1}, is not valid: {2}. Give it another name, in its attribute or by renaming the C#.");
    }

    /// <summary>TP1004.</summary>
    public static class NameConvention
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.NameConvention, "Name breaks the convention", Categories.Declarations, RuleScope.Symbol, "SELint; Android", hasFix: true);
        public static readonly RuleMessage Ending = new(DiagnosticId.NameConvention, "'{0}' does not follow the SELinux naming convention: {1}. Name it {2}.");
        public static readonly RuleMessage ImpossiblePrefix = new(DiagnosticId.NameConvention, "{0} is '{1}', which no name can begin with: {2}. Correct it where it is set.");
        public static readonly RuleMessage Prefix = new(DiagnosticId.NameConvention, "{0} does not begin with {1}, as names of this project do ({2}). Name it {1}{0}.");
    }

    /// <summary>TP1005.</summary>
    public static class AttributeInsteadOfType
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.AttributeInsteadOfType, "Attribute used where one type is required", Categories.Declarations, RuleScope.Policy, "secilc, checkmodule; Gravity", hasFix: true);
        public static readonly RuleMessage Attribute = new(DiagnosticId.AttributeInsteadOfType, "{0} is an attribute, and {1} takes one type. Write one of its members, or a rule for each.");
        public static readonly RuleMessage RoleAttribute = new(DiagnosticId.AttributeInsteadOfType, "{0} is a role attribute, and {1} takes one role. Write one of its members, or a rule for each.");
        public static readonly RuleMessage ContainerContext = new(DiagnosticId.AttributeInsteadOfType, "{1} takes one type, and was given {0}. Name a class with [Domain], [FileType] or [External].");
    }

    /// <summary>TP1006.</summary>
    public static class TypeInsteadOfAttribute
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.TypeInsteadOfAttribute, "Type used where an attribute is required", Categories.Declarations, RuleScope.Policy, "secilc, which prints no place");
        public static readonly RuleMessage Type = new(DiagnosticId.TypeInsteadOfAttribute, "{0} is a type, and {1} must be an attribute: an interface with [TypeAttribute] or [External].");
    }

    /// <summary>TP1007.</summary>
    public static class MembershipCycle
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.MembershipCycle, "Attribute membership cycle", Categories.Declarations, RuleScope.Policy, "secilc");
        public static readonly RuleMessage Cycle = new(DiagnosticId.MembershipCycle, "The attribute {0} is made of itself: {1}. Take one of these memberships out.");
    }

    /// <summary>TP1008.</summary>
    public static class AttributePassedForType
    {
        public static readonly RuleMetadata Rule = Error(DiagnosticId.AttributePassedForType, "Attribute passed to an interface that needs a concrete type", Categories.Declarations, RuleScope.Policy, "checkmodule: unknown type; Gravity", hasFix: true);
        public static readonly RuleMessage ThroughInterface = new(DiagnosticId.AttributePassedForType, "{0} adds {2} to the attribute {1}, but {2} is an attribute itself, and typeattribute takes only concrete types. {3}");
        public static readonly RuleMessage ThroughMembership = new(DiagnosticId.AttributePassedForType, "{0} is an attribute, and typeattribute takes only concrete types. Let its C# interface extend the interface of {1}, or put this on each concrete domain instead.");
    }

    /// <summary>TP1009.</summary>
    public static class InvalidBounds
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidBounds, "Bounds: two parents or a cycle", Categories.Declarations, RuleScope.Policy, "secilc");
        public static readonly RuleMessage TwoParents = new(DiagnosticId.InvalidBounds, "{0} is bounded by {1}; SELinux allows one parent. Keep one of them.");
        public static readonly RuleMessage Cycle = new(DiagnosticId.InvalidBounds, "The bounds of {0} lead back to it. Take one of them out.");
    }

    /// <summary>TP1010.</summary>
    public static class AttributeWithoutMembers
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.AttributeWithoutMembers, "Attribute without members", Categories.Declarations, RuleScope.Policy, "sechecker; secilc is silent");
        public static readonly RuleMessage Empty = new(DiagnosticId.AttributeWithoutMembers, "No type is in the attribute {0}, so the rules that name it give nothing. Let a policy class implement {1}, or take the rules out.");
    }

    /// <summary>TP1011.</summary>
    public static class DeclarationInConditional
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.DeclarationInConditional, "Declaration or membership inside a conditional", Categories.Declarations, RuleScope.Policy, "secilc", hasFix: true);
        public static readonly RuleMessage ClassInConditional = new(DiagnosticId.DeclarationInConditional, "{0} is declared inside the block {1}. What a policy declares always exists: move the class out of the block and leave its rules here, in a nested [RulesFor<{0}>] class.");
        public static readonly RuleMessage NotInConditional = new(DiagnosticId.DeclarationInConditional, "{0}{1} cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable].");
    }

    /// <summary>TP1012.</summary>
    public static class MisspeltNameInOptional
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.MisspeltNameInOptional, "Optional block left out because of a misspelt name", Categories.Declarations, RuleScope.Base, "secilc is silent", hasFix: true);
        public static readonly RuleMessage InBlock = new(DiagnosticId.MisspeltNameInOptional, "No declaration of {0} was found, so the optional block is silently left out. Did you mean {1}?");
        public static readonly RuleMessage Slip = new(DiagnosticId.MisspeltNameInOptional, "No declaration of {0} was found. If no other module declares it, the optional block is silently left out. Did you mean {1}?");
    }
}
