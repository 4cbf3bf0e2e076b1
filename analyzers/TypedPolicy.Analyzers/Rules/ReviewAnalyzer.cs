using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Checks.Reviews;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP1008, TP2007, TP3003, TP3004, TP3006, TP4010, TP4011, TP8001: what the whole policy tells.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleDescriptors.Of(RuleId.TP1008, RuleId.TP2007, RuleId.TP3003, RuleId.TP3004, RuleId.TP3006, RuleId.TP4010, RuleId.TP4011, RuleId.TP8001);

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

        var compilation = context.Compilation;
        new ReviewPerFile(cancellation =>
        {
            var policy = SharedModel.Of(compilation, cancellation);
            return PolicyReview.Run(policy.Model, policy.Places)
                .Where(finding => finding.Spot.Origin.Index >= 0)
                .Select(finding => SpotPlaces.Diagnose(finding, policy.Locations));
        }).Register(context);
    }
}
