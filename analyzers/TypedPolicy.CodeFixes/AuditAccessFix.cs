using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>An allow rule of audit_access alone becomes a dontaudit rule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AuditAccessFix)), Shared]
public sealed class AuditAccessFix() : SyntaxFix(DiagnosticId.AuditAccessInAllow)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        // Beside other permissions it is a rule of its own, and which target that has is for the author to say.
        if (Syntax.ArgumentAt(root, diagnostic) is { Parent.Parent: AttributeArgumentListSyntax { Arguments.Count: 1, Parent: AttributeSyntax attribute } } argument
            && argument.Span == diagnostic.Location.SourceSpan
            && attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } name)
        {
            var word = Syntax.NameOf(attribute).Contains("From") ? "DontAuditFrom" : "DontAudit";
            yield return Edit.Write($"Write [{word}]", name, name.WithIdentifier(SyntaxFactory.Identifier(word).WithTriviaFrom(name.Identifier)));
        }
    }
}
