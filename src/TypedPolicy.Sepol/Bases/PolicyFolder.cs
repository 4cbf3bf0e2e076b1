using TypedPolicy.Files;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Bases;

/// <summary>The policy files that a path stands for: a file, a folder of modules, or the store of an installed policy.</summary>
internal static class PolicyFolder
{
    private static readonly string[] Endings = [".cil", ".pp", ".pp.bz2"];

    /// <summary>Files and what messages call them, in order.</summary>
    /// <exception cref="SepolException">There is nothing there, or no policy.</exception>
    public static IReadOnlyList<(string Name, string Path)> Files(string path)
    {
        if (File.Exists(path))
        {
            return [(path, path)];
        }

        if (!Directory.Exists(path))
        {
            throw new SepolException($"'{path}' is missing.{NearPath.Proposal(path)} Write the path of a policy file (.cil, .pp, .pp.bz2), of a folder of them, or of a policy store such as /var/lib/selinux/default.");
        }

        var store = new[] { Path.Combine(path, "active", "modules"), Path.Combine(path, "modules") }.FirstOrDefault(Directory.Exists);
        var files = store is null
            ? [.. Directory.EnumerateFiles(path).Where(f => Array.Exists(Endings, e => f.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(f => (f, f))]
            : Store(store);
        return files.Count > 0 ? files : throw new SepolException($"'{path}' has no policy files: none ends in {string.Join(", ", Endings)}, and it is not a policy store.");
    }

    // PRIORITY/NAME/cil, or hll where the module was never compiled; the highest priority counts, and what is in disabled/ does not.
    private static List<(string Name, string Path)> Store(string modules)
    {
        var disabled = Directory.Exists(Path.Combine(modules, "disabled")) ? Directory.EnumerateFileSystemEntries(Path.Combine(modules, "disabled")).Select(Path.GetFileName).ToHashSet() : [];
        var found = new SortedDictionary<string, (int Priority, string Path)>(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(modules))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var priority))
            {
                continue;
            }

            foreach (var module in Directory.EnumerateDirectories(folder))
            {
                var name = Path.GetFileName(module);
                var file = new[] { "cil", "hll" }.Select(f => Path.Combine(module, f)).FirstOrDefault(File.Exists);
                if (file is not null && !disabled.Contains(name) && (!found.TryGetValue(name, out var other) || other.Priority < priority))
                {
                    found[name] = (priority, file);
                }
            }
        }

        return [.. found.Select(f => (f.Key, f.Value.Path))];
    }
}
