using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>The rules themselves.</summary>
public sealed partial class KernelPolicy
{
    /// <summary>Every type enforcement rule, in the order of their types' numbers.</summary>
    public IEnumerable<PolicyRule> Rules => Tables.Rules.Rules.Select(r => PolicyRule.Of(this, r));

    /// <summary>The <c>allow</c> rules that give a permission, however they name the types, whatever the booleans are.</summary>
    /// <exception cref="SepolException">The policy has no such type, class or permission.</exception>
    public ImmutableArray<PolicyRule> FindAllow(string source, string target, string @class, string permission)
    {
        var number = Tables.Classes[@class];
        var bit = Bit(number, permission);
        var rules = ImmutableArray.CreateBuilder<PolicyRule>();
        foreach (var rule in Between(Tables.Types[source], Tables.Types[target], number))
        {
            if (rule.Kind == RuleKind.Allow && (rule.Data & bit) != 0)
            {
                rules.Add(PolicyRule.Of(this, rule));
            }
        }

        return rules.ToImmutable();
    }

    /// <summary>The rules of one class between two types, by their own names and by those of their attributes.</summary>
    internal List<AvtabRule> Between(int source, int target, int @class)
    {
        var found = new List<AvtabRule>();
        From(source);
        foreach (var attribute in Tables.AttributesOf[source])
        {
            From(attribute);
        }

        return found;

        void From(int name)
        {
            if (Tables.Rules.From(name).IsEmpty)
            {
                return;
            }

            found.AddRange(Tables.Rules.Between(name, target, @class));
            foreach (var attribute in Tables.AttributesOf[target])
            {
                found.AddRange(Tables.Rules.Between(name, attribute, @class));
            }
        }
    }
}
