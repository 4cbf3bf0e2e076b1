using TypedPolicy.Files;

namespace TypedPolicy.Tool.Shell;

/// <summary>Writes a file under another name first, so that it is there whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file; its folder is made if it is not there.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (Path.Exists(path) && !RegularFile.Is(path))
        {
            throw new IOException($"'{path}' is not a regular file. Name another one.");
        }

        // A name that nobody can have put something else at, such as a link.
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var stream = new BufferedStream(new FileStream(partial, FileMode.CreateNew, FileAccess.Write), 1 << 16))
            {
                write(stream);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
