using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.CodeFixes.Editing;

namespace TypedPolicy.CodeFixes;

/// <summary>TP1008: moves what an interface carries to every concrete class of the solution that implements it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToConcreteTypesFix)), Shared]
public sealed class MoveToConcreteTypesFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.MoveToConcreteTypes";
    private const string Title = "Move it to each concrete type";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP1008"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllAtOnce();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await Plan(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Types.IsEmpty: false })
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellation => Move(context.Document.Project.Solution, [(context.Document.Id, diagnostic)], cancellation), Key),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> Move(Solution solution, ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        foreach (var (id, diagnostic) in diagnostics)
        {
            if (solution.GetDocument(id) is not { } document
                || await Plan(document, diagnostic, cancellation).ConfigureAwait(false) is not { Types.IsEmpty: false } plan)
            {
                continue;
            }

            foreach (var type in plan.Types)
            {
                var declaration = type.DeclaringSyntaxReferences[0];
                if (solution.GetDocument(declaration.SyntaxTree) is { } place)
                {
                    var target = await editor.GetDocumentEditorAsync(place.Id, cancellation).ConfigureAwait(false);
                    var node = await declaration.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                    Syntax.AddAttribute(target, (TypeDeclarationSyntax)node, plan.Qualified);
                }
            }

            var source = await editor.GetDocumentEditorAsync(id, cancellation).ConfigureAwait(false);
            Syntax.RemoveAttribute(source, plan.Attribute);
        }

        return editor.GetChangedSolution();
    }

    private static async Task<MovePlan?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation)
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
        return new MovePlan(attribute, SyntaxFactory.Attribute(name, attribute.ArgumentList), [.. types]);
    }

    /// <summary>What moves where.</summary>
    private sealed record MovePlan(AttributeSyntax Attribute, AttributeSyntax Qualified, ImmutableArray<INamedTypeSymbol> Types);

    /// <summary>All of them in one pass, since several may go to one class.</summary>
    private sealed class AllAtOnce : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var diagnostics = ImmutableArray.CreateBuilder<(DocumentId, Diagnostic)>();
            foreach (var document in FixAllScopes.DocumentsOf(fixAllContext))
            {
                foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
                {
                    diagnostics.Add((document.Id, diagnostic));
                }
            }

            var all = diagnostics.ToImmutable();
            return CodeAction.Create(Title, cancellation => Move(fixAllContext.Solution, all, cancellation), Key);
        }
    }
}
