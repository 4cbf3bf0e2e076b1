using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Analyzers.Places;

/// <summary>Where a part of a text stands that an argument gives: in the literal, in the literal of a concatenation, or else all of the argument.</summary>
internal static class TextPlaces
{
    public static Location Of(ExpressionSyntax argument, int start, int length)
    {
        foreach (var (part, offset, value) in Parts(argument))
        {
            if (start >= offset && start + length <= offset + value.Length && StringLiteralPlaces.Of(part.Token, start - offset, length) is { } span)
            {
                return Location.Create(argument.SyntaxTree, span);
            }
        }

        return argument.GetLocation();
    }

    /// <summary>The literals of a text, each with its place in the value, up to the first part that is not a literal.</summary>
    private static IEnumerable<(LiteralExpressionSyntax Part, int Offset, string Value)> Parts(ExpressionSyntax argument)
    {
        var offset = 0;
        foreach (var part in Flatten(argument))
        {
            if (part is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            {
                yield break;
            }

            yield return (literal, offset, literal.Token.ValueText);
            offset += literal.Token.ValueText.Length;
        }
    }

    private static IEnumerable<ExpressionSyntax> Flatten(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Flatten(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Flatten(sum.Left).Concat(Flatten(sum.Right)),
        _ => [expression],
    };
}
