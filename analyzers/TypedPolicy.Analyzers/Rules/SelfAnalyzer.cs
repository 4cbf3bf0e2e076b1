using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP2004: a class that names itself as the target of its own rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelfAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.OwnNameInsteadOfSelf)];

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
        if (attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault() is not { TypeArgumentList.Arguments: [var target] }
            || AttributeSubject.LibraryClassOf(attribute, context.SemanticModel, context.CancellationToken, "Allow", "AuditAllow", "DontAudit", "NeverAllow") is null
            || AttributeSubject.Of(attribute, context.SemanticModel, context.CancellationToken) is not { TypeKind: TypeKind.Class, IsStatic: false } subject
            || !SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(target, context.CancellationToken).Type, subject)
            || Justifications.Cover(subject, DiagnosticId.OwnNameInsteadOfSelf.Code()))
        {
            return;
        }

        // For an attribute, its own name and Self are two things: all members, and each member itself.
        context.ReportDiagnostic(RuleDescriptors.Diagnose(RuleCatalogue.OwnNameInsteadOfSelf.OwnName.With(subject.Name), target.GetLocation()));
    }
}
