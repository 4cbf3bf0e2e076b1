using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedPolicy.Tests.Fuzzing;

/// <summary>Source as an editor has it while somebody types: cut off somewhere, or with tokens lost, doubled or in the wrong place.</summary>
internal static class HalfTypedCode
{
    /// <summary>Every prefix, character by character.</summary>
    public static IEnumerable<string> EveryPrefix(string source) => Enumerable.Range(0, source.Length + 1).Select(length => source[..length]);

    /// <summary>What stands there after each token.</summary>
    public static IEnumerable<string> PrefixesByToken(string source) => Tokens(source).Select(token => source[..token.Span.End]);

    /// <summary>One to three tokens lost, doubled, or swapped with another one.</summary>
    public static string Garble(string source, Random random)
    {
        for (var edits = 1 + random.Next(3); edits > 0; edits--)
        {
            var tokens = Tokens(source);
            if (tokens.Length < 2)
            {
                return source;
            }

            var (one, other) = (tokens[random.Next(tokens.Length)].Span, tokens[random.Next(tokens.Length)].Span);
            var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
            source = random.Next(3) switch
            {
                0 => source.Remove(one.Start, one.Length),
                1 => source.Insert(one.End, source.Substring(one.Start, one.Length)),
                _ when first.End > second.Start => source.Remove(first.Start, first.Length),
                _ => string.Concat(
                    source.AsSpan(0, first.Start),
                    source.AsSpan(second.Start, second.Length),
                    string.Concat(source.AsSpan(first.End, second.Start - first.End), source.AsSpan(first.Start, first.Length)),
                    source.AsSpan(second.End)),
            };
        }

        return source;
    }

    private static SyntaxToken[] Tokens(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
}
