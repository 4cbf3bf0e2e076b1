using System.Runtime.InteropServices;

namespace TypedPolicy.Files;

/// <summary>Reads files that others named: regular ones of a bounded size. A pipe would be waited for, and a device such as <c>/dev/zero</c> has no end.</summary>
internal static class RegularFile
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Pipe = 0x1000;

    /// <summary>Whether a path, or what it links to, is a regular file.</summary>
    public static bool Is(string path) => TypeOf(path) == Regular;

    /// <summary>The content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">How many bytes it may have.</param>
    /// <exception cref="IOException">It is missing, not a regular file, larger, or cannot be read.</exception>
    public static byte[] ReadAllBytes(string path, long maxBytes)
    {
        Check(path, maxBytes);
        return File.ReadAllBytes(path);
    }

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">How many bytes it may have.</param>
    /// <exception cref="IOException">It is missing, not a regular file, larger, or cannot be read.</exception>
    public static string ReadAllText(string path, long maxBytes)
    {
        Check(path, maxBytes);
        return File.ReadAllText(path);
    }

    /// <summary>Opens a file to read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">How many bytes it may have.</param>
    /// <exception cref="IOException">It is missing, not a regular file, larger, or cannot be read.</exception>
    public static FileStream OpenRead(string path, long maxBytes)
    {
        Check(path, maxBytes);
        return File.OpenRead(path);
    }

    /// <summary>Opens what is read once, from its start to its end: a file, or a pipe such as a shell makes of <c>&lt;(command)</c>.</summary>
    /// <param name="path">The file or pipe.</param>
    /// <exception cref="IOException">It is missing, something else, or cannot be read.</exception>
    public static FileStream OpenStream(string path)
    {
        if (TypeOf(path) != Pipe)
        {
            Check(path, long.MaxValue);
        }

        return File.OpenRead(path);
    }

    /// <summary>The files below a folder. Links are not followed: one may lead back up, or out of the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maxEntries">How many files and folders are looked at.</param>
    /// <param name="skipped">Takes the paths of links, pipes and devices; null if nobody is to know.</param>
    /// <exception cref="IOException">There are more, or a folder cannot be read.</exception>
    public static IEnumerable<FileInfo> Below(string folder, int maxEntries, ICollection<string>? skipped = null)
    {
        var looked = 0;
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (open.Count > 0)
        {
            foreach (var entry in open.Pop().EnumerateFileSystemInfos())
            {
                if (++looked > maxEntries)
                {
                    throw new IOException($"'{folder}' holds more than {maxEntries} files and folders.");
                }

                if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                {
                    skipped?.Add(entry.FullName);
                }
                else if (entry is DirectoryInfo inner)
                {
                    open.Push(inner);
                }
                else if (Is(entry.FullName))
                {
                    yield return (FileInfo)entry;
                }
                else
                {
                    skipped?.Add(entry.FullName);
                }
            }
        }
    }

    private static int TypeOf(string path) =>
        Path.DirectorySeparatorChar == '\\' ? (File.Exists(path) ? Regular : 0)
        : SystemNative_Stat(path, out var status) == 0 ? status.Mode & TypeMask
        : 0;

    private static void Check(string path, long maxBytes)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException($"'{path}' is missing.{NearPath.Proposal(path)}", path);
        }

        if (!Is(path))
        {
            throw new IOException($"'{path}' is not a regular file.");
        }

        if (new FileInfo(path).Length > maxBytes)
        {
            throw new IOException($"'{path}' is larger than {maxBytes >> 20} MB.");
        }
    }

    // The runtime's own shim: the structure of stat differs between processors and systems, this one does not.
    [DllImport("libSystem.Native")]
    private static extern int SystemNative_Stat([MarshalAs(UnmanagedType.LPStr)] string path, out FileStatus status);

    // Longer than what the shim writes, of which the second is read.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
