namespace TypedPolicy.Build;

/// <summary>Writes a file in one step: anyone who reads it sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const int Attempts = 10;
    private const string Temporary = ".tmp";
    private const int TemporaryLength = 37; // a dot, 32 digits, the ending
    private static readonly TimeSpan MinAge = TimeSpan.FromHours(1);

    /// <summary>Writes the content unless the file has it already, so that its time stays true.</summary>
    /// <returns>Whether the file was written.</returns>
    public static bool WriteIfChanged(string path, byte[] content)
    {
        if (HasContent(path, content))
        {
            return false;
        }

        Write(path, content);
        return true;
    }

    /// <summary>Writes the content. The folder is made if it is not there.</summary>
    public static void Write(string path, byte[] content)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);

        // In the same folder, because a file can only be renamed within its volume.
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}{Temporary}");
        try
        {
            File.WriteAllBytes(temporary, content);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Rename(temporary, path);
                    return;
                }
                catch (IOException) when (attempt < Attempts && File.Exists(temporary))
                {
                    // Between the question whether the file is there and the answer, another build wrote or deleted it.
                    Thread.Sleep(10 * attempt);
                }
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Deletes what a process that was killed left of its writing. What is younger than an hour may be another one's that is at it.</summary>
    public static void Prune(string folder, SearchOption option = SearchOption.TopDirectoryOnly)
    {
        foreach (var file in Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles($".*{Temporary}", option) : [])
        {
            if (file.Name.Length == TemporaryLength && DateTime.UtcNow - file.LastWriteTimeUtc > MinAge)
            {
                Delete(file);
            }
        }
    }

    // One that stays does no harm: what was to be written is.
    private static void Delete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Rename(string temporary, string path)
    {
        if (File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, path);
        }
    }

    private static bool HasContent(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }
}
