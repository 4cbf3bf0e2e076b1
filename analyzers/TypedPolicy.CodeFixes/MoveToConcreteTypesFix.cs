using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>TP1008: moves what an interface carries to every concrete class of the solution that implements it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToConcreteTypesFix)), Shared]
public sealed class MoveToConcreteTypesFix() : SolutionFix("TypedPolicy.MoveToConcreteTypes", DiagnosticId.AttributePassedForType)
{
    /// <inheritdoc/>
    protected override async Task<SolutionChange?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);

        // In a block, or for a type argument, moving it is not all that there is to do.
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || attribute.Span != diagnostic.Location.SourceSpan
            || attribute.Parent?.Parent is not InterfaceDeclarationSyntax declaration
            || model?.GetDeclaredSymbol(declaration, cancellation) is not { } carrier
            || model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is not { } attributeClass)
        {
            return null;
        }

        var found = await SymbolFinder.FindImplementationsAsync(carrier, document.Project.Solution, transitive: true, projects: null, cancellation).ConfigureAwait(false);
        var types = found
            .Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false })
            .OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal);
        var name = SyntaxFactory.ParseName(attributeClass.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);
        var qualified = SyntaxFactory.Attribute(name, attribute.ArgumentList);
        ImmutableArray<INamedTypeSymbol> all = [.. types];
        return all.IsEmpty ? null : new SolutionChange("Move it to each concrete type", attribute, (editor, token) => Move(document, attribute, qualified, all, editor, token));
    }

    private static async Task Move(Document document, AttributeSyntax attribute, AttributeSyntax qualified, ImmutableArray<INamedTypeSymbol> types, SolutionEditor editor, CancellationToken cancellation)
    {
        foreach (var declaration in types.Select(t => t.DeclaringSyntaxReferences[0]))
        {
            if (document.Project.Solution.GetDocument(declaration.SyntaxTree) is { } place)
            {
                var target = await editor.GetDocumentEditorAsync(place.Id, cancellation).ConfigureAwait(false);
                var node = await declaration.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                Syntax.AddAttribute(target, (TypeDeclarationSyntax)node, qualified);
            }
        }

        Syntax.RemoveAttribute(await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false), attribute);
    }
}
