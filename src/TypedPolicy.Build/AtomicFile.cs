namespace TypedPolicy.Build;

/// <summary>Writes a file in one step: whoever reads it sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const int Attempts = 10;

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
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
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
