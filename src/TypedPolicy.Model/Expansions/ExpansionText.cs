using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Cil;

namespace TypedPolicy.Model.Expansions;

/// <summary>The text of an expansion, which bindings carry: a statement a line. <c>docs/expansions.md</c> has its grammar.</summary>
public static class ExpansionText
{
    /// <summary>The longest expansion that is read; Debian's longest has 120,000 characters.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Writes the statements of an expansion.</summary>
    /// <returns>The text, each line ended by <c>\n</c>; empty where there are none.</returns>
    public static string Write(IEnumerable<CilList> statements)
    {
        var text = new StringBuilder();
        WriteBlock(statements, text);
        return text.ToString();
    }

    /// <summary>Reads the statements of an expansion.</summary>
    /// <param name="text">The text.</param>
    /// <param name="statements">The statements; a node that is not a list is not one.</param>
    /// <returns>Whether the text is well-formed.</returns>
    public static bool TryRead(string text, out ImmutableArray<CilNode> statements) => CilReader.TryRead(text, MaxLength, out statements, out _, out _);

    private static void WriteBlock(IEnumerable<CilNode> statements, StringBuilder text)
    {
        foreach (var statement in statements)
        {
            Write(statement, text);
            text.Append('\n');
        }
    }

    private static void Write(CilNode node, StringBuilder text)
    {
        switch (node)
        {
            case CilList { Keyword: ExpansionStatements.Optional or ExpansionStatements.True or ExpansionStatements.False } block:
                text.Append('(').Append(block.Keyword).Append('\n');
                WriteBlock(block.Items.Skip(1), text);
                text.Append(')');
                break;
            case CilList { Keyword: ExpansionStatements.If, Items.Count: > 1 } conditional:
                text.Append('(').Append(ExpansionStatements.If).Append(' ');
                CilPrinter.Print(conditional.Items[1], text);
                foreach (var branch in conditional.Items.Skip(2))
                {
                    text.Append('\n');
                    Write(branch, text);
                }

                text.Append(')');
                break;
            default:
                CilPrinter.Print(node, text);
                break;
        }
    }
}
