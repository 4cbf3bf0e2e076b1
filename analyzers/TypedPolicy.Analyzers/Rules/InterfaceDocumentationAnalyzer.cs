using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP7006: an interface that other projects apply and that does not say what it gives.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterfaceDocumentationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.UndocumentedInterface)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SharedModel.HasPolicy(start.Compilation))
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.DeclaredAccessibility == Accessibility.Public
            && type.BaseType is { Name: "PolicyInterfaceAttribute", ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } }
            && type.DeclaringSyntaxReferences is { IsEmpty: false } parts
            && !parts.Any(part => IsDocumented(part.GetSyntax(context.CancellationToken)))
            && !Justifications.Cover(type, DiagnosticId.UndocumentedInterface.Code()))
        {
            context.ReportDiagnostic(RuleDescriptors.Diagnose(
                RuleCatalogue.UndocumentedInterface.Undocumented.With(type.Name),
                type.Locations[0]));
        }
    }

    /// <summary>Whether a documentation comment is before it; without a documentation file it is a comment like any other.</summary>
    private static bool IsDocumented(SyntaxNode node) =>
        node is BaseTypeDeclarationSyntax declaration
        && declaration.GetLeadingTrivia().Any(trivia => trivia.ToFullString().TrimStart() is var text
            && (text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal) || trivia.HasStructure)
            && text.Trim('/', '*', ' ', '\r', '\n').Length > 0);
}
