using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The rules of the table as Roslyn wants them. Each leads to its page in the repository.</summary>
internal static class RuleDescriptors
{
    private static readonly string Pages =
        typeof(RuleDescriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryUrl").Value + "/blob/main/docs/rules/";

    private static readonly ImmutableDictionary<DiagnosticId, DiagnosticDescriptor> ById =
        RuleCatalogue.All.ToImmutableDictionary(rule => rule.Id, Describe);

    /// <summary>What the build reports too, where analyzers are off.</summary>
    public static DiagnosticDescriptor Unread { get; } = new(
        UnreadPolicy.Id,
        BuildRules.All.Single(rule => rule.Id == UnreadPolicy.Id).Title,
        "{0}",
        "TypedPolicy.Build",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"{Pages}{UnreadPolicy.Id}.md",
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public static DiagnosticDescriptor Of(DiagnosticId id) => ById[id];

    /// <summary>The weight that a rule has of itself.</summary>
    public static RuleSeverity SeverityOf(DiagnosticId id) => (RuleSeverity)(int)ById[id].DefaultSeverity;

    public static ImmutableArray<DiagnosticDescriptor> Of(params DiagnosticId[] ids) => [.. ids.Select(Of)];

    /// <summary>A diagnostic. Its message may quote the author and packages: it stays on one line, and shows what it contains.</summary>
    /// <param name="message">What is wrong, and what to write instead.</param>
    /// <param name="location">Where.</param>
    /// <param name="remedy">What the rule's code fix writes.</param>
    public static Diagnostic Diagnose(RuleText message, Location location, Remedy? remedy = null) =>
        Diagnostic.Create(Of(message.Rule), location, RemedyProperties.Write(remedy), PlainText.Line(message.Text));

    private static DiagnosticDescriptor Describe(RuleMetadata rule) => new(
        rule.Id.Code(),
        rule.Title,
        "{0}",
        rule.Category,
        (DiagnosticSeverity)(int)rule.Severity,
        isEnabledByDefault: true,
        helpLinkUri: $"{Pages}{rule.Id.Code()}.md",
        customTags: [.. rule.Tags]);
}
