using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>How much weight a rule has unless configured otherwise.</summary>
public enum RuleSeverity
{
    /// <summary>Shown nowhere; for changes in bulk.</summary>
    Hidden,

    /// <summary>A suggestion.</summary>
    Info,

    /// <summary>A certain defect at run time, or too much privilege.</summary>
    Warning,

    /// <summary>The policy would be rejected, or is certainly not what is written.</summary>
    Error,
}

/// <summary>What a rule must know to decide.</summary>
public enum RuleScope
{
    /// <summary>The symbol or the attribute alone.</summary>
    Symbol,

    /// <summary>The whole policy of the compilation.</summary>
    Policy,

    /// <summary>The whole policy, and what is known of the base.</summary>
    Base,

    /// <summary>What the project sets and references, no C#.</summary>
    Project,
}

/// <summary>What holds for all findings of a rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Category">The group that the id belongs to.</param>
/// <param name="Severity">Its weight unless configured otherwise.</param>
/// <param name="Scope">What it must know to decide.</param>
/// <param name="IsBlocking">Whether a policy with such a finding is never written to disk: secilc would reject it, or it would differ from the C#.</param>
/// <param name="HasFix">Whether a code fix exists for it.</param>
/// <param name="Source">Where the mistake was met, or what rejects it.</param>
/// <param name="Tags">Tags of the diagnostic.</param>
public sealed record RuleMetadata(
    DiagnosticId Id, string Title, string Category, RuleSeverity Severity, RuleScope Scope, bool IsBlocking, bool HasFix, string Source, ImmutableArray<string> Tags);
