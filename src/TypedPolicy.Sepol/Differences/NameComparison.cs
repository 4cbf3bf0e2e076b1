using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Names, what belongs to what, and statements that are either there or not.</summary>
internal static class NameComparison
{
    /// <summary>The names of a kind that only one policy has.</summary>
    public static IEnumerable<PolicyChange> Names(string kind, SharedNames names, Func<KernelPolicy, IEnumerable<string>> of) =>
        Alone(of(names.Before.Policy), of(names.After.Policy)).Select(n => new NameChange(kind, n.Name, n.IsAdded));

    /// <summary>What belongs to something that both policies have, in only one of them.</summary>
    public static IEnumerable<PolicyChange> Members(string kind, SharedNames names, Func<KernelPolicy, IEnumerable<string>> owners, Func<KernelPolicy, string, IEnumerable<string>> members)
    {
        var (before, after) = (names.Before.Policy, names.After.Policy);
        return owners(before).Intersect(owners(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(owner => Alone(members(before, owner), members(after, owner)).Select(m => new MembershipChange(kind, m.Name, owner, m.IsAdded)));
    }

    /// <summary>The statements that only one policy has, each with the types that it names.</summary>
    public static IEnumerable<PolicyChange> Statements(string kind, SharedNames names, Func<PolicyTables, IEnumerable<(string Text, string[] Types)>> of)
    {
        var (before, after) = (All(names.Before.Tables), All(names.After.Tables));
        return Alone(before.Keys, after.Keys).Select(s => new StatementChange(kind, s.Name, s.IsAdded) { Types = (s.IsAdded ? after : before)[s.Name] });

        Dictionary<string, string[]> All(PolicyTables tables) => of(tables).DistinctBy(s => s.Text, StringComparer.Ordinal).ToDictionary(s => s.Text, s => s.Types, StringComparer.Ordinal);
    }

    // Those of the second first.
    private static IEnumerable<(string Name, bool IsAdded)> Alone(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, @new) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return @new.Except(old).Select(n => (n, true)).Concat(old.Except(@new).Select(n => (n, false))).OrderBy(c => c.Item1, StringComparer.Ordinal);
    }
}
