using System.Runtime.InteropServices;

namespace TypedPolicy.Sepol.Interop;

/// <summary>Streams in memory, which is how libsepol reads and writes without a file.</summary>
internal static unsafe partial class Libc
{
    private const string Name = "libc";

    [LibraryImport(Name, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint fmemopen(byte* buffer, nuint size, string mode);

    [LibraryImport(Name, SetLastError = true)]
    public static partial nint open_memstream(byte** buffer, nuint* size);

    [LibraryImport(Name)]
    public static partial int fflush(CFile stream);

    [LibraryImport(Name)]
    public static partial int fclose(nint stream);

    [LibraryImport(Name)]
    public static partial void free(void* memory);
}
