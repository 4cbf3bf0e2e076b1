using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP7007: an index of the base policy that cannot be read, or that is of a target which the project is not for. It is said in the index.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaseIndexAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.UnusableBaseIndex)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!BaseIndexes.Is(context.AdditionalFile) || !SharedModel.HasPolicy(context.Compilation) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text
            || Justifications.Cover(context.Compilation.Assembly, DiagnosticId.UnusableBaseIndex.Code()))
        {
            return;
        }

        var (index, problem) = BaseIndexes.Read(text);
        var targets = ProjectSettings.Of(context.Options, context.CancellationToken).Targets;
        if (problem is { } fault)
        {
            Report(context, text, fault.Line - 1, $"This index of a base policy is not used: {fault.Message}. Make it again with the TypedPolicy that reads it.");
        }
        else if (index.Target.Length > 0 && targets.All(t => t.Name != index.Target))
        {
            Report(
                context,
                text,
                Math.Max(0, text.Lines.Select(l => l.ToString()).Take(8).ToList().FindIndex(l => l.StartsWith("target\t", StringComparison.Ordinal))),
                $"This is the index of {index.Target}, and the policy is for {string.Join(", ", targets.Select(t => t.Name))}: names and labels of the two differ. Reference the index of the target, or add the target to TypedPolicyTargets.");
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText text, int line, string message)
    {
        var span = line < text.Lines.Count ? text.Lines[line].Span : default;
        context.ReportDiagnostic(RuleDescriptors.Diagnose(
            DiagnosticId.UnusableBaseIndex,
            Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)),
            message));
    }
}
