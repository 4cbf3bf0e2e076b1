namespace TypedPolicy.Tool.Policies;

/// <summary>
/// Finds the records of builds: below a folder, beside the project that the folder belongs to, and in the artifacts folder of the solution around it. Looks at a bounded
/// number of folders and follows no links.
/// </summary>
internal static class BuildSearch
{
    private const string Records = "typedpolicy";
    private const int MaxFolderDepth = 10;
    private const int MaxFolders = 20_000;
    private const int MaxAncestors = 32;

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = true };

    /// <summary>The builds that a folder has to do with, in the order of their records' paths.</summary>
    public static IReadOnlyList<BuildRecord> From(string folder)
    {
        var found = new SortedDictionary<string, BuildRecord>(StringComparer.Ordinal);
        Below(folder, found);
        foreach (var ancestor in Ancestors(folder))
        {
            In(Path.Combine(ancestor, "obj", Records), found);

            // UseArtifactsOutput: ARTIFACTS/obj/PROJECT, where the folder of artifacts has a name of the solution's choice.
            foreach (var intermediate in Folders(ancestor).Select(a => Path.Combine(a, "obj")).Where(Directory.Exists))
            {
                foreach (var project in Folders(intermediate))
                {
                    In(Path.Combine(project, Records), found);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The builds of a project that another one references, where they lie beside it.</summary>
    public static IReadOnlyList<BuildRecord> OfProject(string project)
    {
        var found = new SortedDictionary<string, BuildRecord>(StringComparer.Ordinal);
        In(Path.Combine(Path.GetDirectoryName(project) ?? "", "obj", Records), found);
        return [.. found.Values.Where(r => r.Project == project)];
    }

    private static void Below(string folder, SortedDictionary<string, BuildRecord> found)
    {
        var left = MaxFolders;
        var waiting = new Queue<(string Folder, int Depth)>([(folder, 0)]);
        while (waiting.TryDequeue(out var next) && left-- > 0)
        {
            foreach (var child in Folders(next.Folder))
            {
                switch (Path.GetFileName(child))
                {
                    case Records:
                        In(child, found);
                        break;
                    case "bin" or "node_modules" or ['.', ..]:
                        break;
                    default:
                        if (next.Depth < MaxFolderDepth)
                        {
                            waiting.Enqueue((child, next.Depth + 1));
                        }

                        break;
                }
            }
        }
    }

    // Up to the repository, or to the root.
    private static IEnumerable<string> Ancestors(string folder)
    {
        var left = MaxAncestors;
        for (var at = folder; at is not null && left-- > 0; at = Path.GetDirectoryName(at))
        {
            yield return at;
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                yield break;
            }
        }
    }

    private static void In(string folder, SortedDictionary<string, BuildRecord> found)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json", NoLinks))
        {
            if (BuildRecord.Read(file) is { } record)
            {
                found[record.File] = record;
            }
        }
    }

    private static IEnumerable<string> Folders(string folder) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal) : [];
}
