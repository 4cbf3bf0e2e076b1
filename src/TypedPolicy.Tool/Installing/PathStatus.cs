using System.Runtime.InteropServices;
using System.Text;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Tool.Installing;

/// <summary>What the system knows of a path itself, whatever it links to: its kind, and its label.</summary>
internal static partial class PathStatus
{
    private const string Label = "security.selinux";
    private const int MaxLabel = 4_096;
    private const int TypeMask = 0xF000;
    private const int NoData = 61;
    private const int NotSupported = 95;

    /// <summary>The kind of a file; null if there is none.</summary>
    public static FileKind? KindOf(string path) => SystemNative_LStat(path, out var status) != 0 ? null : (status.Mode & TypeMask) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Directory,
        0x2000 => FileKind.CharacterDevice,
        0x6000 => FileKind.BlockDevice,
        0xC000 => FileKind.Socket,
        0x1000 => FileKind.Pipe,
        0xA000 => FileKind.SymbolicLink,
        _ => FileKind.Any,
    };

    /// <summary>The label of a file; null if it has none, or its file system keeps none.</summary>
    public static string? LabelOf(string path)
    {
        var value = new byte[MaxLabel];
        var size = lgetxattr(path, Label, value, (nuint)value.Length);
        return size <= 0 ? null : Encoding.UTF8.GetString(value, 0, (int)size).TrimEnd('\0');
    }

    /// <summary>Sets the label of a file; why that failed, or null. A file system that keeps no labels is left alone.</summary>
    public static string? SetLabel(string path, string label)
    {
        var value = Encoding.UTF8.GetBytes(label + "\0");
        return lsetxattr(path, Label, value, (nuint)value.Length, 0) == 0 || Marshal.GetLastPInvokeError() is NoData or NotSupported ? null : Marshal.GetLastPInvokeErrorMessage();
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint lgetxattr(string path, string name, [Out] byte[] value, nuint size);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int lsetxattr(string path, string name, byte[] value, nuint size, int flags);

    // The runtime's own shim: the structure of stat differs between processors and systems, this one does not.
    [LibraryImport("libSystem.Native", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SystemNative_LStat(string path, out FileStatus status);

    // Longer than what the shim writes, of which the second is read.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
