using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Policies;

/// <summary>Where <c>dotnet build</c> left the policy of a project: bin/CONFIGURATION/FRAMEWORK/policy, with a folder for each target where there are several.</summary>
internal static class BuiltPolicy
{
    /// <summary>The folder that was built last, for a target or for the only one, and the target where the folder's name says it.</summary>
    /// <exception cref="SepolException">There is none, or there are several to choose from.</exception>
    public static (string Folder, Target? Target) Find(string project, Target? target)
    {
        var bin = Path.Combine(project, "bin");
        var built = !Directory.Exists(bin) ? [] : Directory.EnumerateDirectories(bin, "policy", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
            .Select(folder => (Folder: folder, Files: Directory.GetFiles(folder, "*.cil", SearchOption.AllDirectories)))
            .Where(b => b.Files.Length > 0)
            .OrderByDescending(b => b.Files.Max(File.GetLastWriteTimeUtc))
            .ToList();
        if (built.Count == 0)
        {
            throw new SepolException($"No policy is built below '{project}'. Run 'dotnet build' there first, or name policy files by --policy.");
        }

        var found = built[0].Folder;
        if (Directory.EnumerateFiles(found, "*.cil").Any())
        {
            return (found, target);
        }

        var targets = Directory.GetDirectories(found).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        var chosen = target?.Name ?? (targets is [var only] ? only : throw new SepolException($"The policy is built for {string.Join(", ", targets)}: say which by --target."));
        return targets.Contains(chosen)
            ? (Path.Combine(found, chosen), Target.TryGet(chosen))
            : throw new SepolException($"The policy is not built for {chosen}, but for {string.Join(", ", targets)}.");
    }
}
