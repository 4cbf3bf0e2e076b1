using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.CodeFixes;

/// <summary>TP2003: an allow rule of audit_access alone becomes a dontaudit rule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AuditAccessFix)), Shared]
public sealed class AuditAccessFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.DontAudit";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP2003"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Beside other permissions it is a rule of its own, and which target that has is for the author to say.
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
                && argument.Expression.Span == diagnostic.Location.SourceSpan
                && argument.Parent is AttributeArgumentListSyntax { Arguments.Count: 1, Parent: AttributeSyntax attribute }
                && attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } name)
            {
                var from = name.Identifier.ValueText.Contains("From") ? "From" : "";
                var renamed = name.WithIdentifier(SyntaxFactory.Identifier("DontAudit" + from).WithTriviaFrom(name.Identifier));
                context.RegisterCodeFix(
                    CodeAction.Create($"Write [DontAudit{from}]", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(name, renamed))), Key),
                    diagnostic);
            }
        }
    }
}
