using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>The attributes that interfaces put their carrier into: what that gives is in the rules of the base policy, not in the headers.</summary>
public static class JoinedAttributes
{
    /// <summary>The sets of attributes that interfaces put their carriers into, each once, in the order of their keys.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(HeaderTree tree)
    {
        var sets = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var item in tree.Interfaces)
        {
            if (Of(item) is { Count: > 0 } joined)
            {
                sets[Key(joined)] = joined;
            }
        }

        return [.. sets.Values];
    }

    /// <summary>The attributes that an interface puts its carrier into, sorted.</summary>
    public static IReadOnlyList<string> Of(HeaderInterface item)
    {
        var joined = new SortedSet<string>(StringComparer.Ordinal);
        if (item.Signature.Subject is { } subject)
        {
            Collect(item.Expand().Block, Hole.Of(subject.Number), joined);
        }

        return [.. joined];
    }

    /// <summary>The key of a set.</summary>
    public static string Key(IReadOnlyList<string> joined) => string.Join(" ", joined);

    private static void Collect(ExpandedBlock block, string carrier, SortedSet<string> joined)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case TypeAttributeStatement membership when membership.Type == carrier:
                    joined.UnionWith(membership.Attributes.Where(a => !a.Contains(Hole.Start)));
                    break;
                case ExpandedOptional optional:
                    Collect(optional.Block, carrier, joined);
                    break;
                default:
                    break;
            }
        }
    }
}
