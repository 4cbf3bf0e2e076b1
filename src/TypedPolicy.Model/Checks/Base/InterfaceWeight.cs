using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>How much an interface of the base gives, beside what is asked for.</summary>
internal static class InterfaceWeight
{
    /// <summary>More than this beside what is asked for no longer answers the question.</summary>
    public const int MaxExtra = 12;

    /// <summary>Whether an interface gives all that rules say of a target, and how much beside that.</summary>
    public static (bool IsAll, int Extra) Weigh(IndexedInterface answer, IReadOnlyCollection<AccessRule> asked, BaseKnowledge known)
    {
        var given = new HashSet<Access>(asked.SelectMany(a => Access.AllOf(a, known)));
        var grants = known.GrantsOf(answer.Name).ToArray();
        return (
            asked.All(a => IsGiven(a, grants.Where(g => g.Target == (a.Target == a.Source ? EntityRef.Self.Name : a.Target.Name)), known)),
            grants.SelectMany(g => Access.AllOf(g, known)).Distinct().Count(a => !given.Contains(a)));
    }

    /// <summary>What an interface gives beside permissions on a target: how much that does more than look, and how much in all. Past one more than <see cref="MaxExtra"/> nothing is counted.</summary>
    public static (int Changing, int All) Beside(IndexedInterface answer, string target, string @class, IEnumerable<string> permissions, BaseKnowledge known)
    {
        var asked = new HashSet<Access>(Access.AllOf(target, @class, permissions, known));
        var beside = known.GrantsOf(answer.Name).SelectMany(g => Access.AllOf(g, known)).Where(a => !asked.Contains(a)).Distinct().Take(MaxExtra + 1).ToArray();
        return (beside.Count(a => !a.Reads), beside.Length);
    }

    /// <summary>Whether an interface's grants on the target hold all that a rule grants.</summary>
    public static bool IsGiven(AccessRule asked, IEnumerable<IndexedGrant> grants, BaseKnowledge known)
    {
        var of = grants.Where(g => g.Class == asked.Permissions.Class.Name).SelectMany(g => g.Permissions).ToArray();
        if (of.Contains(Access.Every))
        {
            return true;
        }

        var all = known.PermissionsOf(asked.Permissions.Class.Name);
        return asked.Permissions.Names.Contains("all") ? !all.IsEmpty && all.All(of.Contains) : asked.Permissions.Names.All(of.Contains);
    }
}
