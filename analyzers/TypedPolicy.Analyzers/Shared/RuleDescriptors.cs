using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Checks;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The rules of the table as Roslyn wants them. Each leads to its page in the repository.</summary>
internal static class RuleDescriptors
{
    private static readonly string Pages =
        typeof(RuleDescriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryUrl").Value + "/blob/main/docs/rules/";

    private static readonly ImmutableDictionary<RuleId, DiagnosticDescriptor> ById =
        RuleCatalogue.All.ToImmutableDictionary(rule => rule.Id, Describe);

    public static DiagnosticDescriptor Of(RuleId id) => ById[id];

    public static ImmutableArray<DiagnosticDescriptor> Of(params RuleId[] ids) => [.. ids.Select(Of)];

    private static DiagnosticDescriptor Describe(RuleMetadata rule) => new(
        rule.Id.ToString(),
        rule.Title,
        "{0}",
        rule.Category,
        (DiagnosticSeverity)(int)rule.Severity,
        isEnabledByDefault: true,
        helpLinkUri: $"{Pages}{rule.Id}.md",
        customTags: [.. rule.Tags]);
}
