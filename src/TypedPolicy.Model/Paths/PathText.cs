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
    private const string Escaped = "\\.^$?*+|[({])}";
    private const string EscapedInClass = "\\[]^-";

    public static string Write(IEnumerable<PathNode> nodes)
    {
        var text = new StringBuilder();
        foreach (PathNode node in nodes)
        {
            Append(text, node);
        }

        return text.ToString();
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
