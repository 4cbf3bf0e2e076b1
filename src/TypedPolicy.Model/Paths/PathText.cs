using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>Writes a pattern in its one canonical form.</summary>
/// <remarks>
/// Only the escapes that libselinux 3.8's <c>regex_simplify</c> knows are written, so that 3.4 and later take the same
/// specs for literal ones; the one exception is the backslash itself, which has no other spelling.
/// </remarks>
internal static class PathText
{
    public const string Escaped = "\\.^$?*+|[({])}";
    private const string EscapedInClass = "\\[]^-";

    public static string Write(ImmutableArray<PathNode> nodes)
    {
        var text = new StringBuilder();
        int firstEnd = FirstComponentEnd(nodes);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (i < firstEnd && nodes[i] is PathCharacter { Value: '\\' or ']' or ')' or '}' } character)
            {
                AppendClassCharacter(text.Append('['), character.Value);
                text.Append(']');
            }
            else
            {
                Append(text, nodes[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// Where the slash stands that ends a first component of literal characters; before the start where none does.
    /// libselinux before 3.8 compares that component as text, with its escapes, unless it sees one of <c>.^$?*+|[({</c>
    /// in it (<c>get_stem_from_spec</c>): <c>/a\]/b</c> never matches there, <c>/a[\]]/b</c> does.
    /// </summary>
    public static int FirstComponentEnd(ImmutableArray<PathNode> nodes)
    {
        for (int i = 1; i < nodes.Length; i++)
        {
            switch (nodes[i])
            {
                case PathCharacter { Value: '/' } or PathRepeat { Operand: PathCharacter { Value: '/' } }:
                    return i;
                case not PathCharacter:
                    return -1;
            }
        }

        return -1;
    }

    public static void AppendClassCharacter(StringBuilder text, char value) => AppendEscaped(text, value, EscapedInClass);

    private static void Append(StringBuilder text, PathNode node)
    {
        switch (node)
        {
            case PathCharacter character:
                AppendEscaped(text, character.Value, Escaped);
                break;
            case PathAny:
                text.Append('.');
                break;
            case PathClass @class:
                text.Append(@class.Text);
                break;
            case PathTemplate template:
                text.Append(template.Name);
                break;
            case PathGroup group:
                text.Append('(');
                AppendAlternatives(text, group.Alternatives);
                text.Append(')');
                break;
            case PathRepeat repeat:
                Append(text, repeat.Operand);
                text.Append(Quantifier(repeat));
                break;
            case PathSequence sequence:
                foreach (PathNode part in sequence.Nodes)
                {
                    Append(text, part);
                }

                break;
        }
    }

    private static void AppendAlternatives(StringBuilder text, ImmutableArray<PathSequence> alternatives)
    {
        for (int i = 0; i < alternatives.Length; i++)
        {
            if (i > 0)
            {
                text.Append('|');
            }

            Append(text, alternatives[i]);
        }
    }

    private static void AppendEscaped(StringBuilder text, char value, string escaped)
    {
        if (escaped.IndexOf(value) >= 0)
        {
            text.Append('\\');
        }

        text.Append(value);
    }

    private static string Quantifier(PathRepeat repeat) => (repeat.Minimum, repeat.Maximum) switch
    {
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        (1, 1) => "",
        var (minimum, maximum) when minimum == maximum => string.Format(CultureInfo.InvariantCulture, "{{{0}}}", minimum),
        var (minimum, maximum) => string.Format(CultureInfo.InvariantCulture, "{{{0},{1}}}", minimum, maximum),
    };
}
