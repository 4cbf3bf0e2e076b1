using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes the path, name or number that the analyzer worked out, in the style of the literal that is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextFix)), Shared]
public sealed class TextFix() : SyntaxFix(DiagnosticId.NameConvention, DiagnosticId.InvalidIoctlRequest, DiagnosticId.UnescapedMetacharacter, DiagnosticId.InvalidPathPattern, DiagnosticId.PatternNotAnchored, DiagnosticId.PatternNeverMatches, DiagnosticId.SuspiciousPattern, DiagnosticId.HardCodedHome, DiagnosticId.PathUnderEquivalence, DiagnosticId.KindContradictsPattern, DiagnosticId.JustificationWithoutEffect)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        // The literal that holds all of the text; a constant or a concatenation is left to its author.
        if (RemedyProperties.Read(diagnostic) is WriteText { Text: var text }
            && root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is LiteralExpressionSyntax { Parent: AttributeArgumentSyntax } literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression))
        {
            yield return Edit.Write($"Write \"{text}\"", literal, literal.WithToken(LiteralInTheStyleOf(literal.Token, text)));
        }
    }

    private static SyntaxToken LiteralInTheStyleOf(SyntaxToken old, string text)
    {
        var quoted = old.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken when text.IndexOf('"') < 0 => $"\"\"\"{text}\"\"\"",
            SyntaxKind.StringLiteralToken when old.Text[0] == '@' => $"@\"{text.Replace("\"", "\"\"")}\"",
            _ => SymbolDisplay.FormatLiteral(text, quote: true),
        };
        return SyntaxFactory.ParseToken(quoted).WithTriviaFrom(old);
    }
}
