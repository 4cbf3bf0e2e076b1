using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.CodeFixes;

/// <summary>TP2007, TP4010, TP5001: takes the attribute out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeRemovalFix)), Shared]
public sealed class AttributeRemovalFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.TakeOut";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP2007", "TP4010", "TP5001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(Remove(root, diagnostics));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && AttributeAt(root, diagnostic) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Take [{attribute.Name}] out", _ => Task.FromResult(context.Document.WithSyntaxRoot(Remove(root, [diagnostic]))), Key),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode Remove(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) =>
        AttributeRemoval.Remove(root, [.. diagnostics.Select(d => AttributeAt(root, d)).OfType<AttributeSyntax>().Distinct()]);

    private static AttributeSyntax? AttributeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
}
