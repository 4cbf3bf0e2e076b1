using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Makes a template abstract and generic, closes it over the class that derives from it, and makes a static class one that may declare.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShapeFix)), Shared]
public sealed class ShapeFix() : SyntaxFix(DiagnosticId.WrongClassShape)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is MakeStatic && Syntax.DeclarationAt(root, diagnostic) is ClassDeclarationSyntax block)
        {
            yield return Edit.Write("Make it static", block, Static(block));
            yield break;
        }

        if (Syntax.DeclarationAt(root, diagnostic) is not ClassDeclarationSyntax declaration || declaration.Identifier.Span != diagnostic.Location.SourceSpan)
        {
            yield break;
        }

        if (RemedyProperties.Read(diagnostic) is CloseTemplate { CSharp: var closed })
        {
            if (declaration.BaseList?.Types.FirstOrDefault() is { } parent)
            {
                yield return Edit.Write("Make this class the template's type argument", parent.Type, Syntax.Type(closed).WithTriviaFrom(parent.Type));
            }
        }
        else if (Syntax.AttributesOf(declaration).Any(a => Syntax.IsNamed(a, "Template")))
        {
            if (declaration.TypeParameterList is null or { Parameters.Count: 1 })
            {
                yield return Edit.Write("Make it an abstract class with one type parameter", declaration, Template(declaration));
            }
        }
        else if (declaration.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            yield return Edit.Write("Remove 'static'", declaration, Without(declaration, SyntaxKind.StaticKeyword));
        }
    }

    private static ClassDeclarationSyntax Static(ClassDeclarationSyntax declaration)
    {
        var made = Without(declaration, SyntaxKind.SealedKeyword);
        var keyword = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return made.Modifiers.Count == 0
            ? made.WithKeyword(made.Keyword.WithLeadingTrivia()).AddModifiers(keyword.WithLeadingTrivia(made.Keyword.LeadingTrivia))
            : made.Modifiers.IndexOf(SyntaxKind.PartialKeyword) is >= 0 and var partial ? made.WithModifiers(made.Modifiers.Insert(partial, keyword)) : made.AddModifiers(keyword);
    }

    private static ClassDeclarationSyntax Template(ClassDeclarationSyntax declaration)
    {
        var made = Without(Without(declaration, SyntaxKind.StaticKeyword), SyntaxKind.SealedKeyword);
        if (!made.Modifiers.Any(SyntaxKind.AbstractKeyword))
        {
            var keyword = SyntaxFactory.Token(SyntaxKind.AbstractKeyword).WithTrailingTrivia(SyntaxFactory.Space);
            var isFirst = made.Modifiers.Count == 0;
            keyword = isFirst ? keyword.WithLeadingTrivia(made.Keyword.LeadingTrivia) : keyword;
            made = isFirst ? made.WithKeyword(made.Keyword.WithLeadingTrivia()) : made;

            // 'partial' stays the last.
            var place = made.Modifiers.IndexOf(SyntaxKind.PartialKeyword) is >= 0 and var partial ? partial : made.Modifiers.Count;
            made = made.WithModifiers(made.Modifiers.Insert(place, keyword));
        }

        return made.TypeParameterList is not null
            ? made
            : made.WithIdentifier(made.Identifier.WithTrailingTrivia())
                .WithTypeParameterList(SyntaxFactory.TypeParameterList([SyntaxFactory.TypeParameter("TSelf")]).WithTrailingTrivia(made.Identifier.TrailingTrivia));
    }

    private static ClassDeclarationSyntax Without(ClassDeclarationSyntax declaration, SyntaxKind modifier)
    {
        if (declaration.Modifiers.IndexOf(modifier) is not (>= 0 and var at))
        {
            return declaration;
        }

        var leading = declaration.Modifiers[at].LeadingTrivia;
        var without = declaration.WithModifiers(declaration.Modifiers.RemoveAt(at));
        return at > 0 ? without
            : without.Modifiers.Count > 0 ? without.WithModifiers(without.Modifiers.Replace(without.Modifiers[0], without.Modifiers[0].WithLeadingTrivia(leading)))
            : without.WithKeyword(without.Keyword.WithLeadingTrivia(leading));
    }
}
