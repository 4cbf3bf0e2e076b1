using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes <c>Self</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelfFix)), Shared]
public sealed class SelfFix() : SyntaxFix(DiagnosticId.OwnNameInsteadOfSelf)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeSyntax>(t => t.Parent is TypeArgumentListSyntax) is { } target)
        {
            yield return Edit.Write("Write Self", target, Syntax.Type("global::TypedPolicy.Self").WithTriviaFrom(target));
        }
    }
}
