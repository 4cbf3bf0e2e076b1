using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Takes a class out that does nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclarationRemovalFix)), Shared]
public sealed class DeclarationRemovalFix() : SyntaxFix(DiagnosticId.UnusedDeclaration)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is { } declaration)
        {
            yield return new Edit($"Remove {declaration.Identifier.ValueText}", declaration, editor =>
            {
                // What was the second becomes the first, and no empty line is before that.
                var siblings = declaration.Parent!.ChildNodes().OfType<MemberDeclarationSyntax>().ToArray();
                if (siblings is [var first, var second, ..] && first == declaration && second.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia))
                {
                    editor.ReplaceNode(second, (node, _) => node.WithLeadingTrivia(node.GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.EndOfLineTrivia))));
                }

                editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepDirectives);
            });
        }
    }
}
