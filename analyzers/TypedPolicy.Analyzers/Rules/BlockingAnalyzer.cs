using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>Shows, while someone types, what blocks the policy: the same checks that the generator runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleCatalogue.All.Where(rule => rule.IsBlocking).Select(rule => RuleDescriptors.Of(rule.Id))];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!SharedModel.HasPolicy(context.Compilation) || IsBuild(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
        {
            return;
        }

        var compilation = context.Compilation;
        var settings = ProjectSettings.Of(context.Options, context.CancellationToken);
        new ReviewPerFile(cancellation =>
        {
            var policy = SharedModel.Of(compilation, cancellation);
            return PolicyChecks.Run(SharedModel.Analyze(policy, settings.Spelling), settings.Targets, settings.FileContextFormat)
                .Where(finding => finding.Spot.Origin.Index >= 0 && RuleCatalogue.Get(finding.Rule).IsBlocking)
                .Select(finding => SpotPlaces.Diagnose(finding, policy.Locations));
        }).Register(context);
    }

    /// <summary>
    /// In a build that lays policy out, the generator makes the same checks, and the layout reports them and takes old files away; an error
    /// of an analyzer would stop the compiler first.
    /// </summary>
    private static bool IsBuild(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.TypedPolicyBuilds", out var builds) && builds == "true";
}
