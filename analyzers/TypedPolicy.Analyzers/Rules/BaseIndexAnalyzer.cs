using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP7007: an index of the base policy that cannot be read, or that is of a target which the project is not for. It is reported in the index.</summary>
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
            Report(context, text, fault.Line - 1, RuleCatalogue.UnusableBaseIndex.Invalid.With(fault.Message));
        }
        else if (index.Target.Length > 0 && targets.All(t => t.Name != index.Target))
        {
            Report(
                context,
                text,
                Math.Max(0, text.Lines.Select(l => l.ToString()).Take(8).ToList().FindIndex(l => l.StartsWith("target\t", StringComparison.Ordinal))),
                RuleCatalogue.UnusableBaseIndex.OtherTarget.With(index.Target, string.Join(", ", targets.Select(t => t.Name))));
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText text, int line, RuleText message)
    {
        var span = line < text.Lines.Count ? text.Lines[line].Span : default;
        context.ReportDiagnostic(RuleDescriptors.Diagnose(
            message,
            Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span))));
    }
}
