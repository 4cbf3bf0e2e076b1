using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Gives a class a name that SELinux accepts, in the attribute that declares what the class is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameFix)), Shared]
public sealed class NameFix() : SyntaxFix(DiagnosticId.InvalidName, DiagnosticId.NameOfBasePolicy)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is not GiveName { Name: var name }
            || Syntax.DeclarationAt(root, diagnostic) is not { } declaration || declaration.Identifier.Span != diagnostic.Location.SourceSpan
            || Syntax.AttributesOf(declaration).FirstOrDefault(a => TakesName(a, model)) is not { } attribute)
        {
            yield break;
        }

        var written = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var first = arguments.FirstOrDefault();
        if (first is not { NameEquals: null })
        {
            var list = SyntaxFactory.AttributeArgumentList(arguments.Insert(0, SyntaxFactory.AttributeArgument(written)));
            yield return Edit.Write($"Name it \"{name}\"", attribute, attribute.WithArgumentList(list).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation));
        }
        else if (first.Expression is LiteralExpressionSyntax)
        {
            yield return Edit.Write($"Name it \"{name}\"", first.Expression, written.WithTriviaFrom(first.Expression));
        }
    }

    /// <summary>Whether an attribute of the library names what it declares.</summary>
    private static bool TakesName(AttributeSyntax attribute, SemanticModel model) =>
        model.GetSymbolInfo(attribute).Symbol?.ContainingType is { ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } } type
        && type.InstanceConstructors.Any(c => c.Parameters is [{ Name: "name", Type.SpecialType: SpecialType.System_String }, ..]);
}
