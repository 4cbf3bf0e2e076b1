using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes a domain transition, with all that it takes, in place of the bare type transition of a process.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DomainTransitionFix)), Shared]
public sealed class DomainTransitionFix() : SyntaxFix(DiagnosticId.IncompleteDomainTransition)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.AttributeAt(root, diagnostic) is { ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax, NameEquals: null }] } attribute
            && Syntax.IsNamed(attribute, "TypeTransition")
            && Syntax.TypeArgumentsOf(attribute) is [var executable, var domain])
        {
            var name = SyntaxFactory.ParseName($"global::TypedPolicy.DomainTransition<{executable}, {domain}>")
                .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
            yield return Edit.Write($"Write [DomainTransition<{executable}, {domain}>]", attribute, SyntaxFactory.Attribute(name).WithTriviaFrom(attribute));
        }
    }
}
