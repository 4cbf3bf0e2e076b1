using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Checks.Reviews;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>What the whole policy tells and keeps nothing from the disk: the rules of <see cref="PolicyReview"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleDescriptors.Of([.. PolicyReview.Rules]);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!SharedModel.HasPolicy(context.Compilation))
        {
            return;
        }

        var (compilation, options) = (context.Compilation, context.Options);
        new ReviewPerFile(cancellation =>
        {
            var policy = SharedModel.Of(compilation, cancellation);
            return PolicyReview.Run(SharedModel.Analyze(policy, ProjectSettings.Of(options, cancellation).Spelling), policy.Places)
                .Where(finding => finding.Spot.Origin.Index >= 0)
                .Select(finding => SpotPlaces.Diagnose(finding, policy.Locations));
        }).Register(context);
    }
}
