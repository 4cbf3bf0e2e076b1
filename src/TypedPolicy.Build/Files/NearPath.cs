using TypedPolicy.Model.Naming;

namespace TypedPolicy.Files;

/// <summary>Finds the path that was probably meant by one where there is nothing.</summary>
internal static class NearPath
{
    private const int MaxEntries = 2_000;
    private const int MaxParts = 64;
    private const int MaxLetters = 2;

    /// <summary>A sentence that proposes it, with a blank before it; empty where nothing that is there is near, or where the path itself is there.</summary>
    public static string Proposal(string path)
    {
        try
        {
            return Of(Path.GetFullPath(path)) is { } near ? $" Did you mean '{near}'?" : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return "";
        }
    }

    // Part by part: each as it is written where that is there, and otherwise the nearest that is.
    private static string? Of(string path)
    {
        var at = Path.GetPathRoot(path) ?? "";
        var parts = path.Substring(at.Length).Split([Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        if (at.Length == 0 || parts.Length > MaxParts)
        {
            return null;
        }

        var isReplaced = false;
        foreach (var part in parts)
        {
            var next = Path.Combine(at, part);
            if (!Exists(next))
            {
                if (!Directory.Exists(at) || Similar.To(part, Names(at), MaxLetters) is not { } near)
                {
                    return null;
                }

                (next, isReplaced) = (Path.Combine(at, near), true);
            }

            at = next;
        }

        return isReplaced ? at : null;
    }

    // Sorted, and all or none: what is proposed does not depend on the order that a file system has.
    private static List<string> Names(string folder)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Take(MaxEntries + 1).Select(e => Path.GetFileName(e)).ToList();
        names.Sort(StringComparer.Ordinal);
        return names.Count > MaxEntries ? [] : names;
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);
}
