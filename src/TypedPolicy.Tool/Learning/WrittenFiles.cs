using System.Text;
using TypedPolicy.Files;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Learning;

/// <summary>Writes edited files: all of them, or none.</summary>
internal static class WrittenFiles
{
    /// <summary>Writes them.</summary>
    /// <exception cref="SepolException">A file was changed meanwhile.</exception>
    /// <exception cref="IOException">A file cannot be written; the others are as they were.</exception>
    public static void Write(IReadOnlyCollection<EditedText> files)
    {
        var partial = new List<(string Path, string Partial, string Saved)>();
        var done = 0;
        try
        {
            foreach (var file in files)
            {
                var path = File.ResolveLinkTarget(file.Path, returnFinalTarget: true)?.FullName ?? file.Path;
                var written = Bytes(file.Before);
                if (!RegularFile.Is(path) || !RegularFile.ReadAllBytes(path, long.MaxValue).AsSpan().SequenceEqual(written))
                {
                    throw new SepolException($"'{file.Path}' was changed meanwhile. Run it again.");
                }

                var name = $"{path}.{Guid.NewGuid():N}";
                partial.Add((path, name + ".partial", name + ".before"));
                File.WriteAllBytes(name + ".partial", Bytes(file.After));
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(name + ".partial", File.GetUnixFileMode(path));
                }

                File.WriteAllBytes(name + ".before", written);
            }

            foreach (var (path, next, _) in partial)
            {
                File.Move(next, path, overwrite: true);
                done++;
            }
        }
        catch
        {
            foreach (var (path, _, saved) in partial.Take(done))
            {
                File.Move(saved, path, overwrite: true);
            }

            throw;
        }
        finally
        {
            foreach (var (_, next, saved) in partial)
            {
                File.Delete(next);
                File.Delete(saved);
            }
        }
    }

    private static byte[] Bytes(Microsoft.CodeAnalysis.Text.SourceText text)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, text.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            text.Write(writer);
        }

        return stream.ToArray();
    }
}
