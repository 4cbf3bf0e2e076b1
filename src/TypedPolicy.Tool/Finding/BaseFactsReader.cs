using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Finding;

/// <summary>
/// Reads out of a base policy what its headers do not say. What the members of attributes may do is asked of the linker: for each set of attributes that an interface
/// puts its carrier into, a type of its own is put into them and linked with the base, since a rule may be written for a set made of attributes.
/// </summary>
internal static class BaseFactsReader
{
    private const string Stem = "typedpolicy_find_";

    /// <summary>Reads the facts.</summary>
    /// <param name="policyBase">The base.</param>
    /// <param name="joined">The sets of attributes.</param>
    /// <exception cref="SepolException">The base cannot be read or does not link.</exception>
    public static BaseFacts Read(PolicyBase policyBase, IReadOnlyList<IReadOnlyList<string>> joined)
    {
        var (policy, isLinked) = Policy(policyBase, joined);
        var members = policy.Attributes.ToDictionary(a => a, a => policy.MembersOf(a).RemoveAll(IsProbe), StringComparer.Ordinal);
        foreach (var (alias, type) in policy.Aliases)
        {
            // Headers may say an old name of a type, which is as good as an attribute that has this type alone.
            members[alias] = [type];
        }

        var attributes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < joined.Count; i++)
        {
            foreach (var name in isLinked ? policy.AttributesOf(Stem + i).Add(Stem + i) : joined[i].Where(members.ContainsKey))
            {
                (attributes.TryGetValue(name, out var sets) ? sets : attributes[name] = []).Add(i);
            }
        }

        var rules = joined.Select(_ => ImmutableArray.CreateBuilder<JoinedRule>()).ToList();
        foreach (var rule in policy.Rules.Where(r => r.Kind == "allow" && attributes.ContainsKey(r.Source)))
        {
            foreach (var set in attributes[rule.Source])
            {
                var target = rule.Target == Stem + set ? "self" : rule.Target;
                if (!IsProbe(target))
                {
                    // A set that the linker made of attributes has no name that tells anything.
                    var attribute = joined[set].Contains(rule.Source) ? rule.Source : joined[set][0];
                    rules[set].Add(new JoinedRule(attribute, target, rule.Class, rule.Permissions, rule.Condition));
                }
            }
        }

        return new BaseFacts(
            policyBase.ToString(),
            members,
            Enumerable.Range(0, joined.Count).ToDictionary(i => JoinedAttributes.Key(joined[i]), i => rules[i].ToImmutable(), StringComparer.Ordinal),
            policy.Types.Where(t => !IsProbe(t)).Concat(members.Keys).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsProbe(string type) => type.StartsWith(Stem, StringComparison.Ordinal);

    private static (KernelPolicy Policy, bool IsLinked) Policy(PolicyBase policyBase, IReadOnlyList<IReadOnlyList<string>> joined)
    {
        if (policyBase.Files.ToList() is [var only] && PolicySource.FromFile(only.Path) is { Kind: PolicySourceKind.Kernel } kernel)
        {
            return (KernelPolicy.Read(kernel.Content.Span), false);
        }

        return (KernelPolicy.Read(LinkedPolicies.Get(Probes(joined), policyBase)), true);
    }

    /// <summary>A type in each set; an attribute that the base lacks is left out by the optional block that it is in.</summary>
    private static string Probes(IReadOnlyList<IReadOnlyList<string>> joined)
    {
        var text = new StringBuilder();
        for (var i = 0; i < joined.Count; i++)
        {
            text.Append(Invariant($"(type {Stem}{i})\n"));
            for (var j = 0; j < joined[i].Count; j++)
            {
                text.Append(Invariant($"(optional {Stem}{i}_{j} (typeattributeset {joined[i][j]} ({Stem}{i})))\n"));
            }
        }

        return text.ToString();

        static string Invariant(FormattableString text) => FormattableString.Invariant(text);
    }
}
