namespace TypedPolicy.Model.Diagnostics;

/// <summary>Several names in a message.</summary>
internal static class Listed
{
    private const int Max = 3;

    /// <summary>The names in order, each once: <c>a, b and c</c>; of many the first few and how many more there are.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        return all.Length <= 1 ? string.Concat(all)
            : all.Length <= Max ? $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}"
            : FormattableString.Invariant($"{string.Join(", ", all.Take(Max))} and {all.Length - Max} more");
    }
}
