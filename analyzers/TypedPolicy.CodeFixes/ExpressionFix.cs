using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes the permissions that the analyzer worked out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExpressionFix)), Shared]
public sealed class ExpressionFix() : SyntaxFix(DiagnosticId.UnknownPermission, DiagnosticId.WildcardPermissions, DiagnosticId.NamedPermissionSet)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is WriteCode { CSharp: var text }
            && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is { } expression
            && expression.Span == diagnostic.Location.SourceSpan)
        {
            // The part of a set may be replaced by several members, which go on with the same '|'.
            var shown = text.Contains('|') ? "the permissions by name" : text.Replace("global::TypedPolicy.Base.", "").Replace("global::TypedPolicy.", "");
            yield return Edit.Write($"Write {shown}", expression, Syntax.Expression(text).WithTriviaFrom(expression));
        }
    }
}
