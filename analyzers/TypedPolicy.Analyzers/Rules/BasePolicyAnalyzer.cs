using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Checks.Base;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>What the base policy makes of the policy: the rules of <see cref="BaseReview"/>, with the index that the project references or the small base.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BasePolicyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleDescriptors.Of([.. BaseReview.Rules]);

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
            return BaseReview.Run(SharedModel.Analyze(policy, ProjectSettings.Of(options, cancellation).Spelling), BaseIndexes.Of(options, cancellation))
                .Where(finding => finding.Spot.Origin.Index >= 0)
                .Select(finding => SpotPlaces.Diagnose(finding, policy.Locations));
        }, blocks: false).Register(context);
    }
}
