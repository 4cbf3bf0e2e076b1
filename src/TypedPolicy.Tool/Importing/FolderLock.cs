namespace TypedPolicy.Tool.Importing;

/// <summary>One process at a time: a file that its holder has open, and the system closes when the holder ends, however it ends.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Waits for the file and holds it until the result is disposed of.</summary>
    /// <exception cref="IOException">Another process held it for too long, or the file cannot be written.</exception>
    public static FileStream Take(string file)
    {
        for (var until = DateTime.UtcNow + Patience; ; Thread.Sleep(100))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(file) && DateTime.UtcNow < until)
            {
                // Held by another process.
            }
        }
    }
}
