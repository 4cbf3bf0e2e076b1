using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>Reports, file by file, what is found in the whole policy.</summary>
public abstract class WholePolicyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Whether what it finds of a blocking rule keeps the policy from being written, so that no justification suppresses it.</summary>
    private protected virtual bool Blocks => true;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Whether it has something to do in a project.</summary>
    private protected virtual bool Runs(AnalyzerConfigOptions options) => true;

    /// <summary>Finds it.</summary>
    private protected abstract IEnumerable<Finding> Find(BoundPolicy policy, PolicyAnalysis analysis, AnalyzerOptions options, CancellationToken cancellation);

    private void Start(CompilationStartAnalysisContext context)
    {
        if (!SharedModel.HasPolicy(context.Compilation) || !Runs(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
        {
            return;
        }

        var (compilation, options) = (context.Compilation, context.Options);
        new ReviewPerFile(cancellation =>
        {
            var policy = SharedModel.Of(compilation, cancellation);
            return Find(policy, SharedModel.Analyze(policy, ProjectSettings.Of(options, cancellation).Spelling), options, cancellation)
                .Where(finding => finding.Spot.Origin.Index >= 0)
                .Select(finding => SpotPlaces.Diagnose(finding, policy.Locations));
        }, Blocks).Register(context);
    }
}
