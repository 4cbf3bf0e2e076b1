using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>One permission on one target.</summary>
internal readonly record struct Access(string Target, string Class, string Permission)
{
    /// <summary>All permissions of a class.</summary>
    public const string Every = "*";

    private static readonly HashSet<string> Reading = new(["getattr", "ioctl", "list", "lock", "map", "open", "read", "search", "use"], StringComparer.Ordinal);

    /// <summary>Whether it looks only.</summary>
    public bool Reads => Reading.Contains(Permission);

    /// <summary>What a rule gives.</summary>
    public static IEnumerable<Access> AllOf(AccessRule rule, BaseKnowledge known) =>
        AllOf(rule.Target == rule.Source ? EntityRef.Self.Name : rule.Target.Name, rule.Permissions.Class.Name, rule.Permissions.Names.Contains("all") ? [Every] : rule.Permissions.Names, known);

    /// <summary>What a grant gives.</summary>
    public static IEnumerable<Access> AllOf(IndexedGrant grant, BaseKnowledge known) => AllOf(grant.Target, grant.Class, grant.Permissions, known);

    /// <summary>Each permission apart. All of a class whose permissions are not known stay one.</summary>
    public static IEnumerable<Access> AllOf(string target, string @class, IEnumerable<string> permissions, BaseKnowledge known) =>
        permissions.SelectMany(p => p == Every && !known.PermissionsOf(@class).IsEmpty ? known.PermissionsOf(@class) : [p]).Select(p => new Access(target, @class, p));
}
