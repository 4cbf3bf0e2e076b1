using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Analyzers.Places;

/// <summary>Where each character of a string's value is in the source: regular, verbatim and raw literals.</summary>
internal static class StringLiteralPlaces
{
    /// <summary>The span of a part of the value; null if the literal is of another kind, or not whole.</summary>
    public static TextSpan? Of(SyntaxToken literal, int start, int length)
    {
        var map = Map(literal);
        var end = start + length;
        return start >= 0 && length > 0 && end < map.Length && map.Length == literal.ValueText.Length + 1
            ? TextSpan.FromBounds(literal.SpanStart + map[start].Start, literal.SpanStart + map[end - 1].End)
            : null;
    }

    /// <summary>The place of each character, and of the end.</summary>
    private static ImmutableArray<(int Start, int End)> Map(SyntaxToken literal)
    {
        var text = literal.Text;
        return literal.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@\"", StringComparison.Ordinal) => Verbatim(text),
            SyntaxKind.StringLiteralToken when text.StartsWith("\"", StringComparison.Ordinal) => Regular(text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLine(text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLine(text),
            _ => [],
        };
    }

    private static ImmutableArray<(int Start, int End)> Regular(string text)
    {
        var map = ImmutableArray.CreateBuilder<(int, int)>();
        var at = 1;
        while (at < text.Length - 1)
        {
            var start = at;
            if (text[at] != '\\' || at + 1 >= text.Length - 1)
            {
                map.Add((start, ++at));
                continue;
            }

            var digits = text[at + 1] switch { 'u' => 4, 'U' => 8, 'x' => HexDigits(text, at + 2), _ => 0 };
            at = Math.Min(text.Length - 1, at + 2 + digits);
            map.Add((start, at));
            if (digits == 8
                && uint.TryParse(text.Substring(start + 2, Math.Min(8, text.Length - start - 2)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point)
                && point > 0xffff)
            {
                map.Add((start, at)); // the second half of a surrogate pair
            }
        }

        map.Add((at, at));
        return map.ToImmutable();
    }

    private static ImmutableArray<(int Start, int End)> Verbatim(string text)
    {
        var map = ImmutableArray.CreateBuilder<(int, int)>();
        var at = 2;
        while (at < text.Length - 1)
        {
            var start = at;
            at += text[at] == '"' ? 2 : 1;
            map.Add((start, at));
        }

        map.Add((at, at));
        return map.ToImmutable();
    }

    private static ImmutableArray<(int Start, int End)> SingleLine(string text)
    {
        var quotes = text.TakeWhile(c => c == '"').Count();
        return [.. Enumerable.Range(quotes, Math.Max(0, text.Length - (2 * quotes)) + 1).Select(i => (i, i + 1))];
    }

    private static ImmutableArray<(int Start, int End)> MultiLine(string text)
    {
        var map = ImmutableArray.CreateBuilder<(int, int)>();
        var source = SourceText.From(text);
        if (source.Lines.Count < 3)
        {
            return [];
        }

        var indentation = source.Lines[source.Lines.Count - 1].ToString().TakeWhile(c => c is ' ' or '\t').Count();
        for (var i = 1; i < source.Lines.Count - 1; i++)
        {
            var line = source.Lines[i];
            var isLast = i == source.Lines.Count - 2;
            var end = isLast ? line.End : line.EndIncludingLineBreak;
            for (var at = Math.Min(line.Start + indentation, line.End); at < end; at++)
            {
                map.Add((at, at + 1));
            }

            if (isLast)
            {
                map.Add((line.End, line.End));
            }
        }

        return map.ToImmutable();
    }

    private static int HexDigits(string text, int start)
    {
        var count = 0;
        while (count < 4 && start + count < text.Length && Uri.IsHexDigit(text[start + count]))
        {
            count++;
        }

        return count;
    }
}
