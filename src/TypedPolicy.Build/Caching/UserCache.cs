namespace TypedPolicy.Caching;

/// <summary>The user's cache: <c>$XDG_CACHE_HOME/typedpolicy</c>, which is <c>~/.cache/typedpolicy</c> if the variable is not set. What lies there is believed, so it is for this user alone.</summary>
internal static class UserCache
{
    /// <summary>The path of the cache; <see langword="null"/> for a user who has no home.</summary>
    public static string? Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache))
            {
                return Path.Combine(cache, "typedpolicy");
            }

            if (Path.DirectorySeparatorChar == '\\')
            {
                return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? Path.Combine(data, "typedpolicy") : null;
            }

            return Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache", "typedpolicy") : null;
        }
    }

    /// <summary>A folder of the cache, which is made if it is missing; <see langword="null"/> if there is none that only this user may write to.</summary>
    /// <param name="name">What it is for.</param>
    public static string? Folder(string name)
    {
        if (Root is not { } root)
        {
            return null;
        }

        try
        {
            var folder = Path.Combine(root, name);
            FileOwner.CreateFolder(folder);

            // Earlier versions made them as the user's mask has it.
            FileOwner.MakePrivate(root);
            FileOwner.MakePrivate(folder);
            return FileOwner.Problem(root) is null && FileOwner.Problem(folder) is null && IsWritable(folder) ? folder : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsWritable(string folder)
    {
        var probe = Path.Combine(folder, $"{Guid.NewGuid():N}{CachePruning.Temporary}");
        using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            return true;
        }
    }
}
