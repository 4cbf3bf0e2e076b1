using System.Formats.Tar;
using System.IO.Compression;

namespace TypedPolicy.Tool.Packaging;

/// <summary>Archives that have the same bytes whenever and wherever they are written: of root, at one time, in the order of their paths, with the folders that they need.</summary>
internal static class TarFile
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>A packed archive.</summary>
    /// <param name="files">The files, by their paths in it.</param>
    /// <param name="prefix">What stands before each path: <c>./</c> in packages of dpkg.</param>
    public static byte[] Gzip(IReadOnlyDictionary<string, PackedFile> files, string prefix = "")
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
        {
            var folders = files.Keys.SelectMany(Folders).ToHashSet(StringComparer.Ordinal);
            if (prefix.Length > 0)
            {
                tar.WriteEntry(Entry(TarEntryType.Directory, prefix, Executable));
            }

            foreach (var path in folders.Concat(files.Keys).Order(StringComparer.Ordinal))
            {
                if (!files.TryGetValue(path, out var file))
                {
                    tar.WriteEntry(Entry(TarEntryType.Directory, prefix + path, Executable));
                    continue;
                }

                var entry = Entry(TarEntryType.RegularFile, prefix + path, file.IsProgram ? Executable : Readable);
                entry.DataStream = new MemoryStream(file.Content);
                tar.WriteEntry(entry);
            }
        }

        return packed.ToArray();
    }

    private static UstarTarEntry Entry(TarEntryType type, string path, UnixFileMode mode) =>
        new(type, path) { Mode = mode, ModificationTime = PackageFacts.Time, Uid = 0, Gid = 0, UserName = "root", GroupName = "root" };

    // a/b/c: a/, a/b/
    private static IEnumerable<string> Folders(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..(slash + 1)];
        }
    }
}

/// <summary>A file of an archive.</summary>
/// <param name="Content">Its content.</param>
/// <param name="IsProgram">Whether it can be run.</param>
internal sealed record PackedFile(byte[] Content, bool IsProgram = false)
{
    /// <summary>A file of text.</summary>
    public static PackedFile Text(string text, bool isProgram = false) => new(System.Text.Encoding.UTF8.GetBytes(text), isProgram);
}
