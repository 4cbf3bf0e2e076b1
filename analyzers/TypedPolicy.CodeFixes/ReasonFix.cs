using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Makes room for a reason. What it writes stands out, and is not a reason yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReasonFix)), Shared]
public sealed class ReasonFix() : SyntaxFix(DiagnosticId.JustificationWithoutReason)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var pending = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Reasons.Pending));
        if (Syntax.ArgumentAt(root, diagnostic) is LiteralExpressionSyntax { Token.ValueText: not Reasons.Pending } reason)
        {
            yield return Edit.Write("Add a placeholder for the reason", reason, pending.WithTriviaFrom(reason));
        }
        else if (root.FindNode(diagnostic.Location.SourceSpan) is AttributeSyntax { ArgumentList: { } list } attribute && Syntax.IsNamed(attribute, "SuppressMessage"))
        {
            var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals("Justification"), nameColon: null, pending)
                .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
            yield return Edit.Write("Add a placeholder for the reason", list, list.AddArguments(argument));
        }
    }
}
