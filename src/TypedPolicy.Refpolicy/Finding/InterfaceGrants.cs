using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>An allow rule that a call of an interface makes.</summary>
/// <param name="Source">Who gets it: an argument as the headers write it, <c>$1</c>, or a name.</param>
/// <param name="Access">What it gives.</param>
/// <param name="Condition">When it holds; empty for always.</param>
/// <param name="Through">The attribute that the interface puts its carrier into, whose rule it is; empty for a rule of its own.</param>
public sealed record InterfaceGrant(string Source, GrantedAccess Access, string Condition, string Through);

/// <summary>What interfaces give, as an index has it.</summary>
public static class InterfaceGrants
{
    /// <summary>The rules of an interface, its own first; none where the index has no such interface.</summary>
    public static ImmutableArray<InterfaceGrant> Of(FinderIndex index, string name)
    {
        var sought = index.Strings.Find(name);
        for (var i = 0; sought >= 0 && i < index.InterfaceCount; i++)
        {
            if (InterfaceRow.At(index, i) is var row && row.Name == sought)
            {
                return
                [
                    .. Enumerable.Range(row.FirstRule, row.Rules).Select(r => Grant(index, RuleRow.At(index, IndexTable.Rules, r), "")).Distinct(Same.Text),
                    .. Enumerable.Range(row.FirstJoined, row.Joined).Select(r => RuleRow.At(index, IndexTable.Joined, r))
                        .Select(r => Grant(index, r with { Source = Operand.OfHole(row.Carrier) }, index.Text(r.Source))),
                ];
            }
        }

        return [];
    }

    /// <summary>What an interface requires that the base policy does not declare, so that nobody can call it; null if there is no such thing or the base is not known.</summary>
    public static string? MissingOf(FinderIndex index, string name)
    {
        var sought = index.Strings.Find(name);
        return Enumerable.Range(0, sought < 0 ? 0 : index.InterfaceCount).Select(i => InterfaceRow.At(index, i)).FirstOrDefault(r => r.Name == sought) is { Missing: >= 0, Name: var found } row && found == sought
            ? index.Text(row.Missing)
            : null;
    }

    /// <summary>The interfaces whose rules name a type or attribute, in the order of names.</summary>
    public static IEnumerable<FoundName> Naming(FinderIndex index, string word)
    {
        var sought = index.Strings.Find(word);
        for (var i = 0; sought >= 0 && i < index.NameCount; i++)
        {
            if (NameRow.At(index, i).Interface is var number and >= 0 && InterfaceRow.At(index, number) is var row
                && Enumerable.Range(row.FirstRule, row.Rules).Any(r => RuleRow.At(index, IndexTable.Rules, r) is var rule && (rule.Source == sought || rule.Target == sought)))
            {
                yield return index.Name(i);
            }
        }
    }

    private static InterfaceGrant Grant(FinderIndex index, RuleRow rule, string through)
    {
        var excluded = string.Concat(index.List(rule.Excluded).Items().Select(e => $" -{index.Text(e)}"));
        var target = excluded.Length > 0 ? $"{{ {index.Text(rule.Target)}{excluded} }}" : index.Text(rule.Target);
        return new(
            index.Text(rule.Source), new GrantedAccess(target, index.Text(rule.Class), [.. index.List(rule.Permissions).Items().Select(index.Text)]),
            rule.Condition < 0 ? "" : index.Text(rule.Condition), through);
    }

    /// <summary>Rules that read alike.</summary>
    private sealed class Same : IEqualityComparer<InterfaceGrant>
    {
        public static Same Text { get; } = new();

        public bool Equals(InterfaceGrant? x, InterfaceGrant? y) => x?.ToString() == y?.ToString() && x?.Access.ToString() == y?.Access.ToString();

        public int GetHashCode(InterfaceGrant obj) => obj.Access.ToString().GetHashCode();
    }
}
