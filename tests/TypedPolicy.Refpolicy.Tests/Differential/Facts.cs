namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>What a module says, one permission, member or requirement at a time, each with the conditions and requirements that it stands under.</summary>
internal sealed class Facts
{
    private readonly List<(SortedSet<string> Gate, string Branch, string Fact)> _gated = [];

    /// <summary>What is required without a condition.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>What is declared.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    public void Add(SortedSet<string> gate, string branch, string fact) => _gated.Add((gate, branch, fact));

    /// <summary>
    /// All of it. What is declared, or required without a condition, makes no difference to an optional block; what holds in more cases makes what
    /// holds in fewer say nothing: module files repeat a membership in every block that names its attribute.
    /// </summary>
    /// <param name="known">What the caller declares.</param>
    public HashSet<string> All(HashSet<string> known)
    {
        bool IsKnown(string name) => known.Contains(name) || Declared.Contains(name);
        var all = Required.Where(name => !IsKnown(name)).Select(name => "require " + name).ToHashSet(StringComparer.Ordinal);
        foreach (var same in _gated.GroupBy(g => g.Branch + g.Fact, StringComparer.Ordinal))
        {
            var gates = same.Select(g => g.Gate.Where(name => !IsKnown(name) && !Required.Contains(name)).ToHashSet(StringComparer.Ordinal)).ToList();
            foreach (var gate in gates.Where(gate => !gates.Any(other => other.IsProperSubsetOf(gate))))
            {
                all.Add((gate.Count > 0 ? $"where {string.Join(" ", gate.Order(StringComparer.Ordinal))}: " : "") + same.Key);
            }
        }

        return all;
    }

    /// <summary>One branch of a condition: libsepol turns <c>if (!a)</c> round.</summary>
    public static string Branch(string expression, bool value)
    {
        const string Not = "(not ";
        return expression.StartsWith(Not, StringComparison.Ordinal) ? Branch(expression[Not.Length..^1], !value) : $"{(value ? "if" : "unless")} {expression}: ";
    }

    /// <summary>The types of a set in one spelling: each by itself, or one expression where some are taken out.</summary>
    public static IEnumerable<string> Types(IEnumerable<string> included, IReadOnlyCollection<string> excluded)
    {
        if (excluded.Count == 0)
        {
            return included;
        }

        var all = included.ToList();
        var types = all.Where(t => t != "self").Order(StringComparer.Ordinal);
        return [$"{{{string.Join(" ", types)} - {string.Join(" ", excluded.Order(StringComparer.Ordinal))}}}", .. all.Where(t => t == "self")];
    }
}
