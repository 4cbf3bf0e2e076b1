using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>TP7003, TP1012: writes the name of the base that was probably meant, on the class that stands for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExternalNameFix)), Shared]
public sealed class ExternalNameFix() : SolutionFix("TypedPolicy.ExternalName", DiagnosticId.UndeclaredName, DiagnosticId.MisspeltNameInOptional)
{
    /// <inheritdoc/>
    protected override async Task<SolutionChange?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null
            || RemedyProperties.Read(diagnostic) is not CorrectName { Wrong: var wrong, Right: var right })
        {
            return null;
        }

        foreach (var type in TypesAt(root.FindNode(diagnostic.Location.SourceSpan)))
        {
            var external = model.GetTypeInfo(type, cancellation).Type?.GetAttributes()
                .FirstOrDefault(a => a is { AttributeClass.Name: "ExternalAttribute", ConstructorArguments: [{ Value: string name }] } && name == wrong);
            if (external?.ApplicationSyntaxReference is { } place
                && document.Project.Solution.GetDocument(place.SyntaxTree) is { } file
                && await place.GetSyntaxAsync(cancellation).ConfigureAwait(false) is AttributeSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }] })
            {
                return new SolutionChange($"Write \"{right}\"", literal, async (editor, token) =>
                {
                    var editing = await editor.GetDocumentEditorAsync(file.Id, token).ConfigureAwait(false);
                    editing.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(right)).WithTriviaFrom(literal));
                });
            }
        }

        return null;
    }

    /// <summary>The types that an attribute names, or that a class implements.</summary>
    private static IEnumerable<TypeSyntax> TypesAt(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<AttributeSyntax>() ?? (SyntaxNode?)node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList)?.DescendantNodes().OfType<TypeSyntax>() ?? [];
}
