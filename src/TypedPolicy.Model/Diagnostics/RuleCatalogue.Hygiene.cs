#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP8xxx: hygiene.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP8001.</summary>
    public static class UnusedDeclaration
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.UnusedDeclaration, "Unused boolean or empty block", Categories.Hygiene, RuleScope.Policy, "SELint X-001, E-009", hasFix: true, tag: "Unnecessary");
        public static readonly RuleMessage Unused = new(DiagnosticId.UnusedDeclaration, "{0} is never used in this policy. Use it in [If<{1}>], or remove it.");
        public static readonly RuleMessage EmptyBlock = new(DiagnosticId.UnusedDeclaration, "The block {0} holds no rule. Add rules, or remove it.");
    }

    /// <summary>TP8002.</summary>
    public static class JustificationWithoutReason
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.JustificationWithoutReason, "Justification without a reason", Categories.Hygiene, RuleScope.Symbol, "Fedora", hasFix: true);
        public static readonly RuleMessage NoReason = new(DiagnosticId.JustificationWithoutReason, "{0} is suppressed without a reason. State one, so that a reviewer can judge it.");
    }

    /// <summary>TP8003.</summary>
    public static class JustificationWithoutEffect
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.JustificationWithoutEffect, "Justification that suppresses no rule", Categories.Hygiene, RuleScope.Symbol, "the TypedPolicy library", hasFix: true);
        public static readonly RuleMessage Blocking = new(DiagnosticId.JustificationWithoutEffect, "{0} is a blocking error and cannot be justified. Remove this attribute, and fix the error.");
        public static readonly RuleMessage OfBuild = new(DiagnosticId.JustificationWithoutEffect, "{0} is reported by the build and cannot be suppressed with [Justified]. Remove this attribute.");
        public static readonly RuleMessage Misspelt = new(DiagnosticId.JustificationWithoutEffect, "There is no rule {0}, so this suppresses nothing. Did you mean {1}?");
        public static readonly RuleMessage NoSuchRule = new(DiagnosticId.JustificationWithoutEffect, "There is no rule {0}, so this suppresses nothing. Write the id of the rule, such as TP5003.");
    }
}
