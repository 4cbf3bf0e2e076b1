using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.CodeFixes;

/// <summary>Documents an interface with the rules that it holds, for its author to put into words.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DocumentationFix)), Shared]
public sealed class DocumentationFix() : SyntaxFix(DiagnosticId.UndocumentedInterface)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is ClassDeclarationSyntax declaration)
        {
            yield return Edit.Write("Add a summary that lists its rules", declaration, Document(declaration));
        }
    }

    private static ClassDeclarationSyntax Document(ClassDeclarationSyntax declaration)
    {
        var rules = declaration.AttributeLists
            .SelectMany(list => list.Attributes)
            .Where(a => a.Name.ToString() is not ("PolicyInterface" or "PolicyInterfaceAttribute" or "AttributeUsage" or "AttributeUsageAttribute"))
            .Select(a => $"<c>{CSharpText.Documentation(string.Join(" ", a.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))}</c>")
            .ToArray();
        var summary = rules.Length == 0 ? "Grants nothing yet." : $"Grants {string.Join(", ", rules)}.";
        var leading = declaration.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        return declaration.WithLeadingTrivia(leading.AddRange(SyntaxFactory.ParseLeadingTrivia($"/// <summary>{summary}</summary>{Syntax.EndOfLine(declaration)}{indentation}")));
    }
}
