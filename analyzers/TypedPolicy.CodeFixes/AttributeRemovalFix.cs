using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Removes an attribute that adds nothing new, or that must not be shipped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeRemovalFix)), Shared]
public sealed class AttributeRemovalFix() : SyntaxFix(DiagnosticId.RedundantRule, DiagnosticId.RedundantLabel, DiagnosticId.PermissiveDomain)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.AttributeAt(root, diagnostic) is { } attribute)
        {
            yield return new Edit($"Remove [{attribute.Name}]", attribute, editor => Syntax.RemoveAttribute(editor, attribute));
        }
    }
}
