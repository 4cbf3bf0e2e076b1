namespace TypedPolicy.Caching;

/// <summary>A folder for this process alone. It lies in the user's cache, so that what a process leaves that was killed is pruned with it; in the system's folder where there is no cache, or no room in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // More than any command puts there: a disk with less is as good as full.
    private const long MinFree = 64 << 20;

    private TemporaryFolder(string path) => Path = path;

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static TemporaryFolder Create()
    {
        if (UserCache.Folder("tmp") is not { } shared || new DriveInfo(shared).AvailableFreeSpace < MinFree)
        {
            return new(Directory.CreateTempSubdirectory("typedpolicy-").FullName);
        }

        CachePruning.Prune(shared, name => name.EndsWith(CachePruning.Temporary, StringComparison.Ordinal), 0, TimeSpan.FromHours(CachePruning.MinUnfinishedHours));
        var folder = System.IO.Path.Combine(shared, $"{Guid.NewGuid():N}{CachePruning.Temporary}");
        FileOwner.CreateFolder(folder);
        return new(folder);
    }

    /// <summary>The path of a file in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody emptied the cache meanwhile.
        }
    }
}
