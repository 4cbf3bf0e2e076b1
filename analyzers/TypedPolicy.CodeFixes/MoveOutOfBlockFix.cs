using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Moves what no condition can hold out of the block, to the class whose rules the block holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveOutOfBlockFix)), Shared]
public sealed class MoveOutOfBlockFix() : SyntaxFix(DiagnosticId.DeclarationInConditional)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: TypeDeclarationSyntax block } attribute)
        {
            if (ClassOf(block) is { } carrier)
            {
                yield return new Edit($"Move it to {carrier.Identifier.ValueText}", attribute, editor =>
                {
                    Syntax.RemoveAttribute(editor, attribute);
                    Syntax.AddAttribute(editor, carrier, attribute);
                });
            }
        }
        else if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Parent: TypeDeclarationSyntax around } declaration && ClassOf(around) is { } outer)
        {
            yield return new Edit($"Move it to {outer.Identifier.ValueText}", declaration, editor =>
            {
                editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia);
                editor.AddMember(outer, declaration.WithLeadingTrivia(Syntax.EndOfLine(declaration)).WithAdditionalAnnotations(Formatter.Annotation));
            });
        }
    }

    /// <summary>The class around the blocks, where the rules of all of them are its own.</summary>
    private static TypeDeclarationSyntax? ClassOf(TypeDeclarationSyntax block)
    {
        SyntaxNode? around = block;
        while (around is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            if (Syntax.AttributesOf(declaration).Any(a => Syntax.IsNamed(a, "RulesFor")))
            {
                return null;
            }

            around = declaration.Parent;
        }

        return around as TypeDeclarationSyntax;
    }
}
