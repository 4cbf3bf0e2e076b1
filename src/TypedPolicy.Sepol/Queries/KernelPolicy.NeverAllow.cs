using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>What a neverallow rule would find in the policy: a linked one does not have its own any more.</summary>
public sealed partial class KernelPolicy
{
    /// <summary>The name that stands for the source itself where a target is asked for.</summary>
    public const string Self = "self";

    /// <summary>The <c>allow</c> rules that a <c>neverallow</c> rule forbids, whatever the booleans are, as libsepol decides it when it links.</summary>
    /// <param name="source">A type, or an attribute for all of its types.</param>
    /// <param name="target">A type, an attribute, or <c>self</c>.</param>
    /// <param name="class">The object class.</param>
    /// <param name="permissions">The permissions, of which a rule must give none.</param>
    /// <exception cref="SepolException">The policy has no such type, class or permission.</exception>
    public ImmutableArray<PolicyRule> FindNeverAllowed(string source, string target, string @class, params IEnumerable<string> permissions)
    {
        var number = Tables.Classes[@class];
        var bits = permissions.Aggregate(0u, (all, p) => all | Bit(number, p));
        var sources = Tables.MembersOf[Tables.Types[source]];
        var (from, to) = (NamesFor(sources), target == Self ? null : NamesFor(Tables.MembersOf[Tables.Types[target]]));
        return
        [
            .. Tables.Rules.Rules
                .Where(r => r.Kind == RuleKind.Allow && r.Class == number && (r.Data & bits) != 0 && from[r.Source] && (to is null ? OnItself(r) : to[r.Target]))
                .Select(r => PolicyRule.Of(this, r)),
        ];

        bool OnItself(AvtabRule rule) => sources.Any(s => IsFor(rule.Source, s) && IsFor(rule.Target, s));
    }

    private bool IsFor(int name, int type) => name == type || Array.BinarySearch(Tables.AttributesOf[type], name) >= 0;

    // Every name by which a rule can mean one of some types.
    private bool[] NamesFor(int[] types)
    {
        var names = new bool[Tables.Types.Count + 1];
        foreach (var type in types)
        {
            names[type] = true;
            foreach (var attribute in Tables.AttributesOf[type])
            {
                names[attribute] = true;
            }
        }

        return names;
    }
}
