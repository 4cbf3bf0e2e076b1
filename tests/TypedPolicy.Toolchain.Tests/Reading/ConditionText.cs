namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>One text for all spellings of a condition over booleans: the linker rewrites what it was given.</summary>
internal static class ConditionText
{
    /// <summary>Of an expression in CIL; for its false branch, of the opposite.</summary>
    public static string Of(CilTree expression, bool branch)
    {
        string[] names = [.. expression.Words.Where(w => w is not ("and" or "or" or "not" or "xor" or "eq" or "neq")).Distinct().Order(StringComparer.Ordinal)];
        return Of(names, row => Evaluate(expression, names, row) == branch);
    }

    /// <summary>Of booleans that all have a value.</summary>
    public static string Of(IEnumerable<(string Name, bool Value)> all)
    {
        var values = all.Distinct().OrderBy(v => v.Name, StringComparer.Ordinal).ToArray();
        string[] names = [.. values.Select(v => v.Name).Distinct()];
        return Of(names, row => values.All(v => Value(names, v.Name, row) == v.Value));
    }

    private static string Of(string[] names, Func<int, bool> holds)
    {
        int[] rows = [.. Enumerable.Range(0, 1 << names.Length).Where(holds)];
        return rows is [var only]
            ? string.Join(" & ", names.Select(n => Value(names, n, only) ? n : "!" + n))
            : $"{string.Join(',', names)} in {string.Join(',', rows)}";
    }

    private static bool Evaluate(CilTree tree, string[] names, int row) => tree switch
    {
        { Word: { } name } => Value(names, name, row),
        { Items: [var only] } => Evaluate(only, names, row),
        { Keyword: "not" } => !Evaluate(tree.Items[1], names, row),
        { Keyword: "and" } => Evaluate(tree.Items[1], names, row) && Evaluate(tree.Items[2], names, row),
        { Keyword: "or" } => Evaluate(tree.Items[1], names, row) || Evaluate(tree.Items[2], names, row),
        { Keyword: "eq" } => Evaluate(tree.Items[1], names, row) == Evaluate(tree.Items[2], names, row),
        { Keyword: "xor" or "neq" } => Evaluate(tree.Items[1], names, row) != Evaluate(tree.Items[2], names, row),
        _ => throw new InvalidOperationException($"'{tree}' is not a condition."),
    };

    private static bool Value(string[] names, string name, int row) => (row >> Array.IndexOf(names, name) & 1) == 1;
}
