using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Places;

namespace TypedPolicy.CodeFixes;

/// <summary>TP1004, TP4001, TP4005, TP4007, TP4008, TP4012: writes the path or name that the analyzer worked out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathTextFix)), Shared]
public sealed class PathTextFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.WritePath";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP1004", "TP4001", "TP4005", "TP4007", "TP4008", "TP4012"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(Write(root, diagnostics));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && TextOf(root, diagnostic) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write \"{diagnostic.Properties[RemedyProperties.NewText]}\"",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(Write(root, [diagnostic]))),
                        Key),
                    diagnostic);
            }
        }
    }

    /// <summary>One text may have several things wrong with it; the first is put right, and the next look finds the rest.</summary>
    private static SyntaxNode Write(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        var texts = new Dictionary<LiteralExpressionSyntax, string>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan.Start))
        {
            if (TextOf(root, diagnostic) is { } literal && !texts.ContainsKey(literal))
            {
                texts.Add(literal, diagnostic.Properties[RemedyProperties.NewText]!);
            }
        }

        return root.ReplaceNodes(texts.Keys, (literal, _) => literal.WithToken(LiteralInTheStyleOf(literal.Token, texts[literal])));
    }

    /// <summary>The literal that holds all of the text; a constant or a concatenation is left to its author.</summary>
    private static LiteralExpressionSyntax? TextOf(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RemedyProperties.NewText, out var text) && text is not null
        && root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is LiteralExpressionSyntax { Parent: AttributeArgumentSyntax } literal
        && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal
            : null;

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
