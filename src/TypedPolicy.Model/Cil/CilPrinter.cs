using System.Text;

namespace TypedPolicy.Model.Cil;

/// <summary>Prints CIL on one line.</summary>
public static class CilPrinter
{
    /// <summary>The text of a node.</summary>
    public static string Print(CilNode node)
    {
        var text = new StringBuilder();
        Print(node, text);
        return text.ToString();
    }

    /// <summary>Appends the text of a node.</summary>
    public static void Print(CilNode node, StringBuilder text)
    {
        switch (node)
        {
            case CilAtom atom:
                text.Append(atom.Text);
                break;
            case CilString value:
                text.Append('"').Append(value.Text).Append('"');
                break;
            case CilList list:
                text.Append('(');
                var first = true;
                foreach (var item in list.Items)
                {
                    if (!first)
                    {
                        text.Append(' ');
                    }

                    first = false;
                    Print(item, text);
                }

                text.Append(')');
                break;
        }
    }
}
