namespace TypedPolicy.Caching;

/// <summary>Keeps a folder of the cache small: what was used last stays. What a process that was killed left behind goes, when no living one can be at it.</summary>
internal static class CachePruning
{
    /// <summary>How a file or folder ends that is not whole yet.</summary>
    public const string Temporary = ".partial";

    /// <summary>How long an entry stays that is not used, in days.</summary>
    public const int MaxUnusedDays = 30;

    /// <summary>How old something unfinished must be before it goes, in hours: no command runs that long.</summary>
    public const int MinUnfinishedHours = 1;

    private const string Lock = ".lock";
    private const int KeyLength = 16;

    /// <summary>Deletes unfinished and unused entries of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isEntry">Whether a name is that of an entry, without what follows it while it is unfinished. Nothing else is touched: the folder may be one that the user named.</param>
    /// <param name="maxEntries">How many entries stay.</param>
    /// <param name="minAge">How long an entry stays in any case: another process may be using it.</param>
    public static void Prune(string folder, Func<string, bool> isEntry, int maxEntries, TimeSpan minAge)
    {
        var now = DateTime.UtcNow;
        var entries = new List<FileSystemInfo>();
        foreach (var entry in Entries(folder))
        {
            if (isEntry(entry.Name))
            {
                entries.Add(entry);
            }
            else if (IsUnfinished(entry.Name, isEntry) && now - entry.LastWriteTimeUtc > TimeSpan.FromHours(MinUnfinishedHours))
            {
                Delete(entry);
            }
        }

        var rank = 0;
        foreach (var entry in entries.OrderByDescending(e => e.LastWriteTimeUtc))
        {
            var age = now - entry.LastWriteTimeUtc;
            if (age > minAge && (++rank > maxEntries || age > TimeSpan.FromDays(MaxUnusedDays)))
            {
                Delete(entry);
            }
        }
    }

    /// <summary>Whether a name ends in a key of sixteen hexadecimal digits, as the names of bindings do.</summary>
    public static bool EndsInKey(string name) => name.Length >= KeyLength && name.Skip(name.Length - KeyLength).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>Notes that an entry was used.</summary>
    public static void Touch(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            }
            else
            {
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It goes sooner than it might.
        }
    }

    /// <summary>Whether something is the name of an entry and what its maker put behind it: <c>NAME.1234.partial</c>, <c>NAME.lock</c>.</summary>
    private static bool IsUnfinished(string name, Func<string, bool> isEntry)
    {
        if (!name.EndsWith(Temporary, StringComparison.Ordinal) && !name.EndsWith(Lock, StringComparison.Ordinal))
        {
            return false;
        }

        var stem = name.Substring(0, name.LastIndexOf('.'));
        return isEntry(stem) || (stem.LastIndexOf('.') is > 0 and var dot && isEntry(stem.Substring(0, dot)));
    }

    private static FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Deletes an entry, if that can be done.</summary>
    public static void Delete(FileSystemInfo entry)
    {
        try
        {
            if (entry is DirectoryInfo folder && (folder.Attributes & FileAttributes.ReparsePoint) == 0)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or holds it.
        }
    }
}
