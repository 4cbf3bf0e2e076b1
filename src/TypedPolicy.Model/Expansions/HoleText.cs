using System.Text;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Expansions;

/// <summary>Names with holes in them: <c>{param1}_home_t</c>.</summary>
internal static class HoleText
{
    /// <summary>The hole that a name is and nothing else; null if it is another name.</summary>
    public static string? Whole(string name) =>
        name.Length > 2 && name[0] == '{' && name[name.Length - 1] == '}' && name.IndexOf('}') == name.Length - 1 ? name.Substring(1, name.Length - 2) : null;

    /// <summary>A name with its holes filled; null if one of them has no text, or the outcome is not a symbol of CIL.</summary>
    public static string? Fill(string name, ExpansionArguments arguments) =>
        name.IndexOf('{') < 0 ? name : FillText(name, arguments) is { } filled && CilAtom.IsSymbol(filled) ? filled : null;

    /// <summary>A text with its holes filled, each once: what an argument holds is never read again. Null if one of them has no text.</summary>
    public static string? FillText(string name, ExpansionArguments arguments)
    {
        var text = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var open = name.IndexOf('{', at);
            var close = open < 0 ? -1 : name.IndexOf('}', open);
            if (close < 0)
            {
                text.Append(name, at, name.Length - at);
                break;
            }

            text.Append(name, at, open - at);
            var hole = name.Substring(open + 1, close - open - 1);
            if (arguments.Texts.TryGetValue(hole, out var word) && !word.IsParameter)
            {
                text.Append(word.Text);
            }
            else if (arguments.Entities.TryGetValue(hole, out var entity) && entity.Kind is not (EntityKind.Argument or EntityKind.Parameter or EntityKind.None))
            {
                text.Append(entity.Name);
            }
            else
            {
                return null;
            }

            at = close + 1;
        }

        return text.ToString();
    }
}
