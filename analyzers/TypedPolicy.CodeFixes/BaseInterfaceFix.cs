using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.CodeFixes.Editing;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes the interface of the base that gives what a rule gives, where its binding is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BaseInterfaceFix)), Shared]
public sealed class BaseInterfaceFix() : SyntaxFix("TP7001")
{
    private const string Bindings = "TypedPolicy.Base.";

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        // The index comes from outside; only a name that the compiler knows as an attribute is written.
        if (diagnostic.Properties.TryGetValue(RemedyProperties.Instead, out var name) && name is not null
            && Syntax.AttributeAt(root, diagnostic) is { } attribute
            && model.Compilation.GetTypeByMetadataName($"{Bindings}{name.Replace('.', '+')}Attribute") is { Arity: 0 } binding)
        {
            var written = (NameSyntax)Syntax.Type(Syntax.FullName(binding));
            yield return Edit.Write($"Write [{name}]", attribute, attribute.WithName(written.WithTriviaFrom(attribute.Name)).WithArgumentList(null));
        }
    }
}
