using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.Analyzers.Places;

namespace TypedPolicy.CodeFixes;

/// <summary>TP2006: writes the named set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PermissionSetFix)), Shared]
public sealed class PermissionSetFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.WritePermissionSet";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP2006"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(RemedyProperties.NewExpression, out var text) && text is not null
                && root?.FindNode(diagnostic.Location.SourceSpan) is { } node
                && node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression is { } expression
                && expression.Span == diagnostic.Location.SourceSpan)
            {
                var set = SyntaxFactory.ParseExpression("global::TypedPolicy." + text).WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(expression);
                context.RegisterCodeFix(
                    CodeAction.Create($"Write {text}", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(expression, set))), Key),
                    diagnostic);
            }
        }
    }
}
