using System.Runtime.InteropServices;

namespace TypedPolicy.Tool.Children;

/// <summary>What a process can learn and limit about itself, by libc. Nothing on Windows, which has no libsepol either.</summary>
internal static partial class NativeProcess
{
    private const string Libc = "libc";
    private const int DataResource = 2;
    private const int CoreResource = 4;
    private const int StandardError = 2;

    /// <summary>The process that started this one, or took it over; 0 where it cannot be known.</summary>
    public static int Parent => OperatingSystem.IsWindows() ? 0 : getppid();

    /// <summary>Allows this process no more private memory, and no core dump: a policy that crashes libsepol would fill the disk.</summary>
    public static void Limit(long bytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Set(DataResource, (nuint)bytes);
        Set(CoreResource, 0);
    }

    /// <summary>Ends this process at once, whatever its other threads do, with a line on standard error.</summary>
    public static void End(int code, ReadOnlySpan<byte> line)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(code);
        }

        _ = write(StandardError, line, (nuint)line.Length);
        _exit(code);
    }

    private static void Set(int resource, nuint value)
    {
        var limit = new ResourceLimit { Soft = value, Hard = value };
        _ = setrlimit(resource, in limit);
    }

    [LibraryImport(Libc)]
    private static partial int getppid();

    [LibraryImport(Libc)]
    private static partial int setrlimit(int resource, in ResourceLimit limit);

    [LibraryImport(Libc)]
    private static partial nint write(int descriptor, ReadOnlySpan<byte> data, nuint size);

    [LibraryImport(Libc)]
    private static partial void _exit(int code);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
