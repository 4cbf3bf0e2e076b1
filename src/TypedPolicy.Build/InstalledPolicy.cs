using TypedPolicy.Targets;

namespace TypedPolicy.Build;

/// <summary>The policy that is installed on a machine, as far as it can be linked with.</summary>
/// <param name="Path">The folder of its modules, or its store.</param>
/// <param name="Target">The target that it is of.</param>
internal sealed record InstalledPolicy(string Path, string Target)
{
    /// <summary>Finds it; <see langword="null"/> if there is none that is known and that may be read.</summary>
    /// <param name="root">The root of the system.</param>
    public static InstalledPolicy? Find(string root)
    {
        if (BaseIdentity.OfRelease(root) is not [var target, ..])
        {
            return null;
        }

        // The modules of the distribution's package first: they are the same for each user, and a store is root's alone.
        var name = SelinuxConfig.PolicyName(root);
        var modules = System.IO.Path.Combine(root, "usr/share/selinux", name);
        var store = System.IO.Path.Combine(root, "var/lib/selinux", name);
        return Has(modules, "base.pp*", isFolder: false) ? new(modules, target)
            : Has(System.IO.Path.Combine(store, "active", "modules"), "*", isFolder: true) ? new(store, target)
            : null;
    }

    private static bool Has(string folder, string pattern, bool isFolder)
    {
        try
        {
            return Directory.Exists(folder) && (isFolder ? Directory.EnumerateDirectories(folder, pattern) : Directory.EnumerateFiles(folder, pattern)).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
