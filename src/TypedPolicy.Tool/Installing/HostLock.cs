namespace TypedPolicy.Tool.Installing;

/// <summary>One installation at a time in a system: a file that its holder has locked, and the kernel unlocks when the holder ends, however it ends.</summary>
internal static class HostLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Waits for it and holds it until the result is disposed of.</summary>
    /// <exception cref="IOException">Another process held it for too long, or the file cannot be written.</exception>
    public static FileStream Take(PolicyHost host)
    {
        Directory.CreateDirectory(host.State);
        var file = Path.Combine(host.State, "lock");
        for (var until = DateTime.UtcNow + Patience; ; Thread.Sleep(100))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && DateTime.UtcNow < until)
            {
                // Held by another process.
            }
        }
    }
}
