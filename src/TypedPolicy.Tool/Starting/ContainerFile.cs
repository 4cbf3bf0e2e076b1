using System.Text;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Files;

namespace TypedPolicy.Tool.Starting;

/// <summary>What describes a container: a file, or what a command such as <c>podman inspect</c> sends.</summary>
internal static class ContainerFile
{
    private const int MaxSize = 16 << 20;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <exception cref="IOException">It cannot be read, or is too large.</exception>
    public static EvidenceFile Read(string path)
    {
        if (path != "-")
        {
            return new(Path.GetFileName(path), RegularFile.ReadAllText(path, MaxSize));
        }

        using var input = Console.OpenStandardInput();
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            text.Write(buffer, 0, read);
            if (text.Length > MaxSize)
            {
                throw new IOException($"Standard input has more than {MaxSize >> 20} MB.");
            }
        }

        return new("standard input", Encoding.UTF8.GetString(text.ToArray()));
    }
}
