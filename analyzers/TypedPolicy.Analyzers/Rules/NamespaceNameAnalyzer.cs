using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP0003: a policy class that a namespace hides from the projects which use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamespaceNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.ClassNamedLikeNamespace)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.ContainingType is not null || type.DeclaredAccessibility != Accessibility.Public)
        {
            return;
        }

        // A namespace A.B.Name is met before a using of the class's own namespace, by all code in A.B and below.
        for (var around = type.ContainingNamespace; around is not null; around = around.ContainingNamespace)
        {
            if (around.Name == type.Name && !around.IsGlobalNamespace && DeclaredNames.Of(type).Count > 0 && !Justifications.Cover(type, DiagnosticId.ClassNamedLikeNamespace.Code()))
            {
                context.ReportDiagnostic(RuleDescriptors.Diagnose(
                    RuleCatalogue.ClassNamedLikeNamespace.SameName.With(type.Name, around.ToDisplayString()),
                    type.Locations[0]));
                return;
            }
        }
    }
}
