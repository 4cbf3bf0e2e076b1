using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.CodeFixes;

/// <summary>Moves what needs a module that a machine may lack into an optional block, one for each module.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionalBlockFix)), Shared]
public sealed class OptionalBlockFix() : SyntaxFix(DiagnosticId.DependencyOutsideOptional)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: TypeDeclarationSyntax declaration } attribute)
        {
            if (RemedyProperties.Read(diagnostic) is MoveToOptionalBlock { Module: var module } && SyntaxFacts.IsValidIdentifier(BlockFor(module)))
            {
                yield return new Edit("Put it into an optional block", attribute, editor =>
                {
                    Syntax.RemoveAttribute(editor, attribute);
                    editor.ReplaceNode(declaration, (current, _) => WithOptional((TypeDeclarationSyntax)current, BlockFor(module), attribute));
                });
            }
        }
        else if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } block && block.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            yield return new Edit("Put it into an optional block", block, editor => Syntax.AddAttribute(editor, block, "global::TypedPolicy.Optional"));
        }
    }

    private static string BlockFor(string module) => "With" + NameOf.Pascal(module);

    private static TypeDeclarationSyntax WithOptional(TypeDeclarationSyntax declaration, string name, AttributeSyntax attribute)
    {
        var existing = declaration.Members.OfType<ClassDeclarationSyntax>()
            .FirstOrDefault(c => c.Identifier.ValueText == name && c.Modifiers.Any(SyntaxKind.StaticKeyword) && Syntax.AttributesOf(c).Any(a => Syntax.IsNamed(a, "Optional")));
        if (existing?.AttributeLists.LastOrDefault() is { } list)
        {
            var longer = list.AddAttributes(attribute.WithoutTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
            return declaration.ReplaceNode(list, longer);
        }

        var whole = Syntax.WithBraces(declaration);
        var (end, apart) = (Syntax.EndOfLine(declaration), whole.Members.Count > 0);
        var block = SyntaxFactory.ParseMemberDeclaration($"[global::TypedPolicy.Optional, {attribute.WithoutTrivia()}]\nprivate static class {name};")!
            .WithTrailingTrivia(end)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return whole.AddMembers(apart ? block.WithLeadingTrivia(end) : block).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
