using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP5001: a permissive domain; an error where the project is built to be released.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PermissiveAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.PermissiveDomain)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (AttributeSubject.LibraryClassOf(attribute, context.SemanticModel, context.CancellationToken, "Permissive") is null
            || AttributeSubject.Of(attribute, context.SemanticModel, context.CancellationToken) is not { } subject
            || Justifications.Cover(subject, DiagnosticId.PermissiveDomain.Code()))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.Of(DiagnosticId.PermissiveDomain),
            attribute.GetLocation(),
            context.Compilation.Options.OptimizationLevel == OptimizationLevel.Release ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            RuleCatalogue.PermissiveDomain.Permissive.With(subject.Name).Text));
    }
}
