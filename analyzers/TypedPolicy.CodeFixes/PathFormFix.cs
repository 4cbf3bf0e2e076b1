using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes a pattern in place of a literal path that was meant for one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathFormFix)), Shared]
public sealed class PathFormFix() : SyntaxFix(DiagnosticId.PathWrittenAsGlob)
{
    private const string Pattern = "FileContextPattern";

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is WriteText { Text: var text }
            && root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is LiteralExpressionSyntax { Parent: AttributeArgumentSyntax } literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && literal.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            && Syntax.SimpleNameOf(attribute) is { Identifier.ValueText: "FileContext" or "FileContextTree" or "FileContextAttribute" or "FileContextTreeAttribute" } name)
        {
            var written = literal.Token.Text[0] == '@' ? $"@\"{text.Replace("\"", "\"\"")}\"" : SymbolDisplay.FormatLiteral(text, quote: true);
            var changed = attribute.ReplaceNodes(new SyntaxNode[] { name, literal }, (node, _) => node == literal
                ? literal.WithToken(SyntaxFactory.ParseToken(written).WithTriviaFrom(literal.Token))
                : name.WithIdentifier(SyntaxFactory.Identifier(Pattern).WithTriviaFrom(name.Identifier)));
            yield return Edit.Write($"Write [{Pattern}({written})]", attribute, changed);
        }
    }
}
