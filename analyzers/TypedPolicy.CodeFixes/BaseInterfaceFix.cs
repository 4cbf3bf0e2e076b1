using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes the interface of the base that gives what a rule gives, that lets it past a guard, or those that a deprecated one is replaced by, where their bindings are referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BaseInterfaceFix)), Shared]
public sealed class BaseInterfaceFix() : SyntaxFix(DiagnosticId.GuardedAccess, DiagnosticId.RawRuleInsteadOfInterface, DiagnosticId.DeprecatedInterface)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.AttributeAt(root, diagnostic) is not { Parent: AttributeListSyntax list } attribute)
        {
            yield break;
        }

        var remedy = RemedyProperties.Read(diagnostic);
        if (remedy is RemoveAttribute)
        {
            yield return new Edit($"Remove [{attribute.Name}]", attribute, editor => Syntax.RemoveAttribute(editor, attribute));
        }

        if (remedy switch { WriteInterfaces write => write.CSharpNames, AddInterface add => EquatableArray.Of(add.CSharpName), _ => default } is not { Count: > 0 } names)
        {
            yield break;
        }

        // The index comes from outside; only names that the compiler knows as attributes are written. What a deprecated one is called with goes along.
        var isCall = diagnostic.Id == DiagnosticId.DeprecatedInterface.Code();
        var arguments = isCall ? Syntax.TypeArgumentsOf(attribute) : default;
        var written = names.Select(name => NameOf(name, arguments, model.Compilation)).ToArray();
        if (written.All(name => name is not null))
        {
            var attributes = written.Select(name => isCall ? attribute.WithName(name!).WithoutTrivia() : SyntaxFactory.Attribute(name!)).ToArray();
            var isBeside = remedy is AddInterface;
            attributes = isBeside ? [attribute.WithoutTrivia(), .. attributes] : attributes;
            yield return new Edit($"{(isBeside ? "Add" : "Write")} {string.Join(" and ", names.Select(name => $"[{name}]"))}", attribute, editor => editor.ReplaceNode(list, (current, _) => Replaced((AttributeListSyntax)current, attribute, attributes)));
        }
    }

    /// <summary>The list with others in the place of one; another edit may have changed it meanwhile.</summary>
    private static AttributeListSyntax Replaced(AttributeListSyntax list, AttributeSyntax attribute, AttributeSyntax[] attributes)
    {
        var at = list.Attributes.IndexOf(a => a.IsEquivalentTo(attribute));
        if (at < 0)
        {
            return list;
        }

        var (before, others) = (list.Attributes[at], list.Attributes);
        attributes[0] = attributes[0].WithLeadingTrivia(before.GetLeadingTrivia());
        attributes[attributes.Length - 1] = attributes[attributes.Length - 1].WithTrailingTrivia(before.GetTrailingTrivia());
        others = others.Replace(before, attributes[0]);
        return list.WithAttributes(others.InsertRange(at + 1, attributes.Skip(1))).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static NameSyntax? NameOf(string name, SeparatedSyntaxList<TypeSyntax> arguments, Compilation compilation)
    {
        if (BaseBindings.Interface(name, arguments.Count, compilation) is not { } binding)
        {
            return null;
        }

        var full = Syntax.FullName(binding);
        return (NameSyntax)Syntax.Type(arguments.Count == 0 ? full : $"{full.Substring(0, full.LastIndexOf('<'))}<{arguments}>");
    }
}
