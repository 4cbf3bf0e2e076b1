using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Lets a transition hold under no_new_privs too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoNewPrivilegesFix)), Shared]
public sealed class NoNewPrivilegesFix() : SyntaxFix(DiagnosticId.NoNewPrivileges)
{
    private const string Name = "NoNewPrivileges";

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.AttributeAt(root, diagnostic) is not { } attribute || !Syntax.IsNamed(attribute, "DomainTransition"))
        {
            yield break;
        }

        // One that is false already is the author's choice.
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        if (arguments.All(a => a.NameEquals?.Name.Identifier.ValueText != Name))
        {
            var added = SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)).WithNameEquals(SyntaxFactory.NameEquals(Name));
            yield return Edit.Write(
                $"Add {Name} = true",
                attribute,
                attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(arguments.Add(added))).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }
}
