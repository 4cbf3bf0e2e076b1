using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Conditions as the policy language writes them.</summary>
internal static class ConditionText
{
    // Each step copies the text of its operands. No policy that people write comes near; a longer condition stays in postfix order.
    private const int MaxSteps = 1000;

    /// <summary>The text of the condition of a rule; empty for a rule that always holds.</summary>
    public static string Of(PolicyTables tables, int condition)
    {
        if (condition == 0)
        {
            return "";
        }

        var text = Of(tables, tables.Conditions[Math.Abs(condition) - 1].Expression);
        return condition > 0 ? text : text.StartsWith('(') || !text.Contains(' ') ? $"!{text}" : $"!({text})";
    }

    private static string Of(PolicyTables tables, int[] expression)
    {
        if (expression.Length > MaxSteps)
        {
            return string.Join(' ', expression.Select(step => step > 0 ? tables.Booleans[step] : step == -2 ? "!" : Operator(step)));
        }

        var stack = new Stack<(string Text, bool IsWhole)>();
        foreach (var step in expression)
        {
            if (step > 0)
            {
                stack.Push((tables.Booleans[step], true));
                continue;
            }

            var right = Inner(stack.Pop());
            stack.Push(step == -2 ? ($"!{right}", true) : ($"{Inner(stack.Pop())} {Operator(step)} {right}", false));
        }

        return stack.Pop().Text;

        static string Inner((string Text, bool IsWhole) part) => part.IsWhole ? part.Text : $"({part.Text})";
    }

    private static string Operator(int step) => step switch
    {
        -3 => "||",
        -4 => "&&",
        -5 => "^",
        -6 => "==",
        _ => "!=",
    };
}
