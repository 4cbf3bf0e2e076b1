using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedPolicy.CodeFixes;

/// <summary>TP2004: writes <c>Self</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelfFix)), Shared]
public sealed class SelfFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.WriteSelf";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP2004"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeSyntax>(t => t.Parent is TypeArgumentListSyntax) is { } target)
            {
                var self = SyntaxFactory.ParseTypeName("global::TypedPolicy.Self").WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(target);
                context.RegisterCodeFix(
                    CodeAction.Create("Write Self", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(target, self))), Key),
                    diagnostic);
            }
        }
    }
}
