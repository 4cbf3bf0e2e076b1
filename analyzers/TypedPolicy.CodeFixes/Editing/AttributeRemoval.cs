using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>Removes attributes, with the brackets and the line where nothing else is there, and without what others wrote beside them.</summary>
internal static class AttributeRemoval
{
    /// <summary>The attribute, or its brackets if it is alone in them.</summary>
    public static SyntaxNode PartOf(AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } alone ? alone : attribute;

    /// <summary>Comments stay; an empty line does not.</summary>
    public static SyntaxRemoveOptions OptionsFor(SyntaxNode part) =>
        part is not AttributeListSyntax ? SyntaxRemoveOptions.KeepNoTrivia
            : HasText(part.GetTrailingTrivia()) ? SyntaxRemoveOptions.KeepExteriorTrivia
            : HasText(part.GetLeadingTrivia()) ? SyntaxRemoveOptions.KeepLeadingTrivia
            : SyntaxRemoveOptions.KeepNoTrivia;

    private static bool HasText(SyntaxTriviaList trivia) => trivia.Any(t => !string.IsNullOrWhiteSpace(t.ToFullString()));
}
