using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Places;

/// <summary>Finds the characters that a finding is about: an argument of an attribute, or a part of the text in it.</summary>
internal static class SpotLocator
{
    /// <summary>The characters of a spot, within the attribute in a place; null if they are those of the whole place.</summary>
    public static TextSpan? Find(Spot spot, Location whole, CancellationToken cancellation)
    {
        if (spot.Part == SpotPart.Whole
            || whole.SourceTree?.GetRoot(cancellation).FindNode(whole.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return null;
        }

        SyntaxNode? part = spot.Part == SpotPart.Argument
            ? attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(spot.Index)?.Expression
            : attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()?.TypeArgumentList.Arguments.ElementAtOrDefault(spot.Index);
        return part is null ? null : Within(part, spot);
    }

    /// <summary>The characters of a string at fault, where its text is in the source as it is; otherwise the whole argument.</summary>
    private static TextSpan Within(SyntaxNode argument, Spot spot)
    {
        if (spot.Length > 0
            && argument is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            && literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal) is >= 0 and var inside
            && literal.Token.ValueText.Length >= spot.Start + spot.Length)
        {
            return new TextSpan(literal.Token.SpanStart + inside + spot.Start, spot.Length);
        }

        return argument.Span;
    }
}
