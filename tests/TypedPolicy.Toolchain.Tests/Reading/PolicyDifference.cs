namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>
/// How a linked policy differs from another one and some facts. Only statements that are not in both are expanded: a distribution's
/// policy has tens of millions of facts.
/// </summary>
internal sealed record PolicyDifference(HashSet<string> Gained, string[] Unexpected, string[] Missing, string[] Lost)
{
    public bool IsEmpty => Unexpected.Length + Missing.Length + Lost.Length == 0;

    public static PolicyDifference Between(PolicyDump before, IReadOnlySet<string> expected, PolicyDump after)
    {
        var changed = before.Attributes.Keys.Union(after.Attributes.Keys).Where(a => !SameMembers(a, before, after)).ToHashSet();
        var (old, gained) = (Facts(before, after, changed), Facts(after, before, changed));
        string[] lost = [.. old.Except(gained)];
        gained.ExceptWith(old);
        return new(
            gained,
            Sorted(gained.Except(expected), f => !before.Grants(f)),
            Sorted(expected.Except(gained), f => !after.Grants(f)),
            Sorted(lost, f => !after.Grants(f)));
    }

    public override string ToString() => string.Join('\n',
    [
        .. Part("Nothing in the C# says", Unexpected), .. Part("The linked policy lacks", Missing), .. Part("The base lost", Lost),
    ]);

    private static bool SameMembers(string attribute, PolicyDump before, PolicyDump after) =>
        before.Attributes.TryGetValue(attribute, out var left) && after.Attributes.TryGetValue(attribute, out var right)
            ? left.ToHashSet().SetEquals(right)
            : !before.Attributes.ContainsKey(attribute) && !after.Attributes.ContainsKey(attribute);

    /// <summary>The facts of the statements of one policy that the other does not have in the same words with the same meaning.</summary>
    private static HashSet<string> Facts(PolicyDump of, PolicyDump without, HashSet<string> changed) =>
        [.. of.Statements.Where(s => !without.Texts.Contains(s.ToString()) || s.Tree.Words.Any(changed.Contains)).SelectMany(of.FactsOf)];

    private static string[] Sorted(IEnumerable<string> facts, Func<string, bool> where) => [.. facts.Where(where).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Part(string heading, string[] facts) =>
        facts.Length == 0 ? [] : [$"{heading} ({facts.Length}):", .. facts.Take(20)];
}
