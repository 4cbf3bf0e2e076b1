using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Targets;

namespace TypedPolicy.Tool.Importing;

/// <summary>The target of a header tree.</summary>
internal static class HeaderTarget
{
    /// <summary>
    /// The target that the tree is called by, else one of those that <see cref="BaseIdentity"/> leaves, which the build chooses from too: the one whose table the tree's classes and permission
    /// sets speak against least, and the earlier of several that fit alike.
    /// </summary>
    /// <param name="folder">The folder of the headers.</param>
    /// <param name="name">What the base is called.</param>
    /// <param name="installed">The root of the installed policy that they belong to, where there is one.</param>
    /// <param name="macros">Their support macros.</param>
    public static Target Of(string folder, string name, string? installed, SupportMacros macros) =>
        Target.TryGet(BaseName.TargetOf(name) ?? "")
        ?? BaseIdentity.OfHeaders(folder, installed ?? "").Select(candidate => Target.TryGet(candidate)!).MinBy(target => Contradictions(target.Facts, macros))
        ?? Target.Refpolicy;

    /// <summary>How many facts of the table the headers speak against.</summary>
    private static int Contradictions(TargetFacts facts, SupportMacros macros)
    {
        var classes = macros.Sets.Where(n => PermissionSetName.AllOf(n) is not null).ToDictionary(n => PermissionSetName.AllOf(n)!, n => macros.PermissionsOf(n) ?? [], StringComparer.Ordinal);
        var present = facts.Lacking.Count(l => classes.TryGetValue(l.Class, out var permissions) && (l.Permission.Length == 0 || permissions.Contains(l.Permission)));
        var differing = TargetTable.Sets.Count(s => macros.PermissionsOf(s.Name) is { } own && !(facts.Sets.TryGetValue(s.Name, out var set) ? set : s.Permissions).SetEquals(own));
        return present + differing;
    }
}
