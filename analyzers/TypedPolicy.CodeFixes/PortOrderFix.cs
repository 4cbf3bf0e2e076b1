using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Turns a range of numbers the right way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PortOrderFix)), Shared]
public sealed class PortOrderFix() : SyntaxFix(DiagnosticId.InvalidPort)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is SwapBounds
            && Syntax.AttributeAt(root, diagnostic) is { ArgumentList: { Arguments: [_, { NameColon: null } low, { NameColon: null, NameEquals: null } high, ..] } list })
        {
            var turned = list.ReplaceNodes([low.Expression, high.Expression], (old, _) => (old == low.Expression ? high : low).Expression.WithTriviaFrom(old));
            yield return Edit.Write($"Write {high}, {low}", list, turned);
        }
    }
}
