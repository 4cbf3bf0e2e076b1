using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>
/// TP9014 where it was written: policy that another source generator made. An analyzer sees what all of them made, and what this one read is in the compilation. The layout
/// compares too, for builds without analyzers; but a judgement that is an error stops the compiler before there is anything to lay out.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadPolicyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Unread];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        // Without the generator, as in an editor, nothing tells what was read.
        if (!SharedModel.HasPolicy(context.Compilation) || Read(context.Compilation) is not { } read)
        {
            return;
        }

        var known = new HashSet<string>(read.Split('\n'), StringComparer.Ordinal);
        foreach (var line in PolicyClasses.List(context.Compilation, context.CancellationToken).Split('\n').Where(line => line.Length > 0 && !known.Contains(line)))
        {
            var name = line.Split('\t')[0];
            var location = name.Length == 0 ? null : context.Compilation.Assembly.GetTypeByMetadataName(name)?.Locations.LastOrDefault();
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.Unread, location ?? Location.None, UnreadPolicy.Message(UnreadPolicy.Carrier(name), generatorRan: true)));
        }
    }

    private static string? Read(Compilation compilation) =>
        compilation.Assembly.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "PolicyClassesAttribute", ContainingNamespace.Name: "TypedPolicy" }) is { ConstructorArguments: [{ Value: string classes }] } ? classes : null;
}
