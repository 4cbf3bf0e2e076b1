using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.CodeFixes.Editing;

namespace TypedPolicy.CodeFixes;

/// <summary>Gives a domain an executable of its own to be entered through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EntrypointFix)), Shared]
public sealed class EntrypointFix() : SyntaxFix("TP3003")
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is ClassDeclarationSyntax declaration)
        {
            yield return Edit.Write("Add an entrypoint", declaration, WithEntrypoint(declaration));
        }
    }

    private static ClassDeclarationSyntax WithEntrypoint(ClassDeclarationSyntax declaration)
    {
        var executable = SyntaxFactory.ParseMemberDeclaration("[global::TypedPolicy.Entrypoint] public sealed class Exec;")!
            .WithTrailingTrivia(Syntax.EndOfLine(declaration))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        if (declaration.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            declaration = declaration
                .WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia));
        }

        return declaration.WithMembers(declaration.Members.Insert(0, executable)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
