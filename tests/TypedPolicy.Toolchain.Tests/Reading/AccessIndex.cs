namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>Answers whether an access rule (allow, auditallow, dontaudit) of a large policy grants something, through attributes.</summary>
internal sealed class AccessIndex
{
    private readonly PolicyDump _policy;
    private readonly ILookup<(string Rule, string Class), Statement> _statements;
    private readonly Dictionary<string, HashSet<string>> _members = [];

    public AccessIndex(PolicyDump policy)
    {
        _policy = policy;
        _statements = policy.Statements
            .Where(s => s.Tree.Keyword is "allow" or "auditallow" or "dontaudit")
            .ToLookup(s => (s.Tree.Keyword, s.Tree.Items[3].Keyword));
    }

    /// <summary>The conditions of all statements that grant <c>allow source target class permission</c>.</summary>
    public IReadOnlyCollection<string> ConditionsOf(string fact)
    {
        if (fact.Split(' ') is not [var rule, var source, var target, var @class, var permission])
        {
            return [];
        }

        return [.. _statements[(rule, @class)]
            .Where(s => Holds(s.Tree.Items[1].Word!, source)
                && (s.Tree.Items[2].Word == "self" ? source == target : Holds(s.Tree.Items[2].Word!, target))
                && s.Tree.Items[3].Items[1].Words.Contains(permission))
            .Select(s => s.Condition)
            .Distinct()];
    }

    private bool Holds(string name, string type)
    {
        if (name == type)
        {
            return true;
        }

        if (!_policy.Attributes.ContainsKey(name))
        {
            return false;
        }

        if (!_members.TryGetValue(name, out var members))
        {
            _members.Add(name, members = [.. _policy.Types(name)]);
        }

        return members.Contains(type);
    }
}
