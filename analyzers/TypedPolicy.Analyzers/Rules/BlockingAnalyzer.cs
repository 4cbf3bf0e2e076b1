using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>Shows, while someone types, what blocks the policy: the same checks that the generator runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : WholePolicyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleCatalogue.All.Where(rule => rule.IsBlocking).Select(rule => RuleDescriptors.Of(rule.Id))];

    /// <summary>
    /// In a build that lays policy out, the generator makes the same checks, and the layout reports them and takes old files away; an error
    /// of an analyzer would stop the compiler first.
    /// </summary>
    private protected override bool Runs(AnalyzerConfigOptions options) =>
        !(options.TryGetValue("build_property.TypedPolicyBuilds", out var builds) && builds == "true");

    private protected override IEnumerable<Finding> Find(BoundPolicy policy, PolicyAnalysis analysis, AnalyzerOptions options, CancellationToken cancellation)
    {
        var settings = ProjectSettings.Of(options, cancellation);
        return PolicyChecks.Run(analysis, settings.Targets, settings.FileContextFormat).Where(finding => RuleCatalogue.Get(finding.Rule).IsBlocking);
    }
}
