using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Tool.Importing;

/// <summary>The target of a header tree that lies elsewhere than this machine's own: its <c>build.conf</c> names the distribution, its classes and permission sets tell the release.</summary>
internal static class HeaderTarget
{
    private const string AllOfClass = "all_";
    private const string Ending = "_perms";

    /// <summary>The target whose table fits best; the earlier of several that fit alike.</summary>
    /// <param name="settings">How the tree's policy was built.</param>
    /// <param name="macros">Its support macros.</param>
    public static Target Of(BuildSettings settings, SupportMacros macros)
    {
        // The default target comes before its relatives where nothing tells them apart.
        Target[] family = settings.Distribution switch
        {
            "debian" => [Target.Debian12, Target.Debian13],
            var name when name.StartsWith("redhat", StringComparison.Ordinal) || name.StartsWith("rhel", StringComparison.Ordinal) => [Target.El9, Target.El10, Target.Fedora],
            _ => [Target.Refpolicy],
        };
        return family.MinBy(target => Contradictions(target.Facts, macros))!;
    }

    /// <summary>How many facts of the table the headers speak against.</summary>
    private static int Contradictions(TargetFacts facts, SupportMacros macros)
    {
        var classes = macros.Sets.Where(n => n.StartsWith(AllOfClass, StringComparison.Ordinal)).ToDictionary(n => n[AllOfClass.Length..^Ending.Length], n => macros.PermissionsOf(n) ?? [], StringComparer.Ordinal);
        var present = facts.Lacking.Count(l => classes.TryGetValue(l.Class, out var permissions) && (l.Permission.Length == 0 || permissions.Contains(l.Permission)));
        var differing = TargetTable.Sets.Count(s => macros.PermissionsOf(s.Name) is { } own && !(facts.Sets.TryGetValue(s.Name, out var set) ? set : s.Permissions).SetEquals(own));
        return present + differing;
    }
}
