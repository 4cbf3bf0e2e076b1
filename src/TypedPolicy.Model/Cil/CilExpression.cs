namespace TypedPolicy.Model.Cil;

/// <summary>The expressions of constraints: <c>and</c>, <c>or</c> and <c>not</c> over comparisons (CIL reference: Constraint Statements).</summary>
public static class CilExpression
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal) { "eq", "neq", "dom", "domby", "incomp" };

    private static readonly HashSet<string> Operands = new(StringComparer.Ordinal)
    {
        "t1", "t2", "t3", "r1", "r2", "r3", "u1", "u2", "u3", "l1", "l2", "h1", "h2",
    };

    /// <summary>What is wrong with an expression, or nothing.</summary>
    public static string? Problem(CilNode expression)
    {
        if (expression is not CilList { Keyword: { } keyword } list)
        {
            return $"'{expression}' is not a condition";
        }

        var count = list.Items.Count - 1;
        if (keyword is "and" or "or" or "not")
        {
            return count == (keyword == "not" ? 1 : 2)
                ? list.Items.Skip(1).Select(Problem).FirstOrDefault(p => p is not null)
                : $"'{keyword}' takes {(keyword == "not" ? "one condition" : "two conditions")}";
        }

        if (!Comparisons.Contains(keyword))
        {
            return $"'{keyword}' is neither a comparison (eq, neq, dom, domby, incomp) nor and, or, not";
        }

        return count == 2 && list.Items[1] is CilAtom left && Operands.Contains(left.Text)
            ? null
            : $"'{keyword}' compares two things, and the first is one of t1 t2 t3 r1 r2 r3 u1 u2 u3 l1 l2 h1 h2";
    }
}
