using System.Runtime.InteropServices;

namespace TypedPolicy.Caching;

/// <summary>Who owns a file and who may write to it. On Windows a user's own folders are for that user alone, and nothing is asked.</summary>
internal static class FileOwner
{
    private const int TypeMask = 0xF000;
    private const int Link = 0xA000;
    private const int WritableByOthers = 0b000_010_010;
    private const int WritableByAll = 0b000_000_010;
    private const int Reachable = 0b000_111_111;
    private const int Sticky = 0x200;
    private const uint Private = 0b111_000_000;

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    /// <summary>Makes a folder, and those above it that are missing, for this user alone.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
        {
            CreateFolder(parent);
        }

        if (IsWindows)
        {
            Directory.CreateDirectory(path);
        }
        else if (mkdir(path, Private) != 0 && !Directory.Exists(path))
        {
            throw new IOException($"The folder '{path}' cannot be made.");
        }
    }

    /// <summary>Takes from others what they may do with a folder of this user.</summary>
    public static void MakePrivate(string path)
    {
        if (!IsWindows && Status(path) is { } status && status.Owner == geteuid() && (status.Mode & WritableByOthers) != 0)
        {
            _ = chmod(path, Private);
        }
    }

    /// <summary>Why what lies in a folder cannot be trusted, as the end of a sentence; <see langword="null"/> if it can.</summary>
    public static string? Problem(string folder)
    {
        if (IsWindows)
        {
            return null;
        }

        // Anyone who may rename the folder can put another one in its place.
        for (var above = Path.GetDirectoryName(Path.GetFullPath(folder)); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (Status(above!) is { } parent && (parent.Mode & TypeMask) != Link && (parent.Mode & WritableByAll) != 0 && (parent.Mode & Sticky) == 0)
            {
                return $"every user may rename it in '{above}' (mode {Octal(parent)})";
            }
        }

        return Status(folder) is not { } status ? "it is missing" : OfOwner(status) ?? OfMode(status);
    }

    /// <summary>The same of a folder and of all that is in it.</summary>
    public static string? ProblemOfAll(string folder)
    {
        if (IsWindows)
        {
            return null;
        }

        if (Status(folder) is not { } top || OfOwner(top) is not null)
        {
            return Problem(folder);
        }

        var isPrivate = (top.Mode & Reachable) == 0;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder))
        {
            if (Status(path) is { } status && (OfLink(status) ?? OfOwner(status) ?? (isPrivate ? null : OfMode(status))) is { } problem)
            {
                return path == folder ? problem : $"'{path.Substring(folder.Length).TrimStart('/')}' in it: {problem}";
            }
        }

        return null;
    }

    /// <summary>Whether a file is this user's or root's, and no link.</summary>
    public static bool IsOwn(string path) => IsWindows || (Status(path) is { } status && OfLink(status) is null && OfOwner(status) is null);

    private static string? OfLink(FileStatus status) => (status.Mode & TypeMask) == Link ? "it is a link" : null;

    private static string? OfOwner(FileStatus status) => status.Owner == geteuid() || status.Owner == 0 ? null : $"it belongs to another user (number {status.Owner})";

    private static string? OfMode(FileStatus status) => (status.Mode & TypeMask) != Link && (status.Mode & WritableByOthers) != 0 ? $"other users may write to it (mode {Octal(status)})" : null;

    private static string Octal(FileStatus status) => Convert.ToString(status.Mode & 0xFFF, 8);

    private static FileStatus? Status(string path) => SystemNative_LStat(path, out var status) == 0 ? status : null;

    // On Unix the runtime hands over LPStr as UTF-8. The runtime's own shim: the structure of stat differs between processors and systems, this one does not.
    [DllImport("libSystem.Native")]
    private static extern int SystemNative_LStat([MarshalAs(UnmanagedType.LPStr)] string path, out FileStatus status);

    [DllImport("libc")]
    private static extern int mkdir([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);

    [DllImport("libc")]
    private static extern int chmod([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);

    [DllImport("libc")]
    private static extern uint geteuid();

    // Longer than what the shim writes, of which the first four are read.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
        public uint Owner;
        public uint Group;
    }
}
