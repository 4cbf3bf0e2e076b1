using System.Diagnostics;

namespace TypedPolicy.Build;

/// <summary>
/// One build at a time in the staging folder of a project: an editor and a terminal may build it at once. The system closes the file when its holder ends, however it ends.
/// </summary>
internal static class StagingLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the folder and holds it until the result is disposed of.</summary>
    /// <exception cref="IOException">Another build held it for too long, or the folder cannot be written.</exception>
    public static FileStream Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, ".lock");
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(50))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && waited.Elapsed < Patience)
            {
                // Another build holds it.
            }
        }
    }
}
