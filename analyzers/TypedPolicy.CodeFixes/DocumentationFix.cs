using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.CodeFixes;

/// <summary>TP7006: documents an interface with the rules that it holds, for its author to put into words.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DocumentationFix)), Shared]
public sealed class DocumentationFix : CodeFixProvider
{
    private const string Key = "TypedPolicy.Document";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TP7006"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Document it with its rules", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, Document(declaration)))), Key),
                    diagnostic);
            }
        }
    }

    private static ClassDeclarationSyntax Document(ClassDeclarationSyntax declaration)
    {
        var rules = declaration.AttributeLists
            .SelectMany(list => list.Attributes)
            .Where(a => a.Name.ToString() is not ("PolicyInterface" or "PolicyInterfaceAttribute" or "AttributeUsage" or "AttributeUsageAttribute"))
            .Select(a => $"<c>{Escape(string.Join(" ", a.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))}</c>")
            .ToArray();
        var summary = rules.Length == 0 ? "Gives nothing yet." : $"Gives {string.Join(", ", rules)}.";
        var leading = declaration.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        var newLine = declaration.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
        return declaration.WithLeadingTrivia(leading.AddRange(SyntaxFactory.ParseLeadingTrivia($"/// <summary>{summary}</summary>{newLine}{indentation}")));
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
