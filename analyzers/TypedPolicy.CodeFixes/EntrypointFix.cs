using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Gives a domain an executable of its own to be entered through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EntrypointFix)), Shared]
public sealed class EntrypointFix() : SyntaxFix(DiagnosticId.DomainWithoutEntrypoint)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is ClassDeclarationSyntax declaration)
        {
            yield return Edit.Write("Add an entrypoint", declaration, WithEntrypoint(declaration));
        }
    }

    private static TypeDeclarationSyntax WithEntrypoint(ClassDeclarationSyntax declaration)
    {
        var executable = SyntaxFactory.ParseMemberDeclaration("[global::TypedPolicy.Entrypoint] public sealed class Exec;")!
            .WithTrailingTrivia(Syntax.EndOfLine(declaration))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        var whole = Syntax.WithBraces(declaration);
        return whole.WithMembers(whole.Members.Insert(0, executable)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
