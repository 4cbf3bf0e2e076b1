using System.Runtime.InteropServices;

namespace TypedPolicy.Sepol.Interop;

/// <summary>Streams in memory, which is how libsepol reads and writes without a file.</summary>
internal static unsafe partial class Libc
{
    private const string Name = "libc";

    [LibraryImport(Name, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int memfd_create(string name, uint flags);

    [LibraryImport(Name, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint fdopen(int descriptor, string mode);

    [LibraryImport(Name, SetLastError = true)]
    public static partial nint write(int descriptor, byte* data, nuint size);

    [LibraryImport(Name)]
    public static partial nint lseek(int descriptor, nint offset, int origin);

    [LibraryImport(Name)]
    public static partial int close(int descriptor);

    [LibraryImport(Name, SetLastError = true)]
    public static partial nint open_memstream(byte** buffer, nuint* size);

    [LibraryImport(Name)]
    public static partial int fflush(CFile stream);

    [LibraryImport(Name)]
    public static partial int fclose(nint stream);

    [LibraryImport(Name)]
    public static partial void free(void* memory);
}
