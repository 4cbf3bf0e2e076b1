using System.Globalization;

namespace TypedPolicy.Guest;

/// <summary>The numbers of Linux's errors in words.</summary>
internal static class ErrorNames
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "EPERM (not permitted)",
        [2] = "ENOENT (there is no such file)",
        [3] = "ESRCH (there is no such process)",
        [6] = "ENXIO (no such device)",
        [8] = "ENOEXEC (not a program)",
        [11] = "EAGAIN (nothing is there yet)",
        [13] = "EACCES (permission denied)",
        [16] = "EBUSY (in use)",
        [17] = "EEXIST (it is there already)",
        [18] = "EXDEV (on another file system)",
        [19] = "ENODEV (no such device or file system)",
        [20] = "ENOTDIR (not a directory)",
        [21] = "EISDIR (a directory)",
        [22] = "EINVAL (not valid)",
        [25] = "ENOTTY (not a request of this device)",
        [26] = "ETXTBSY (the program is running)",
        [28] = "ENOSPC (no space is left)",
        [39] = "ENOTEMPTY (the directory is not empty)",
        [93] = "EPROTONOSUPPORT (no such protocol)",
        [95] = "EOPNOTSUPP (not supported)",
        [97] = "EAFNOSUPPORT (no such family of addresses)",
        [98] = "EADDRINUSE (the address is in use)",
        [99] = "EADDRNOTAVAIL (not an address of this machine)",
        [107] = "ENOTCONN (not connected)",
        [110] = "ETIMEDOUT (no answer in time)",
        [111] = "ECONNREFUSED (nobody listens)",
    };

    /// <summary>An error's name and meaning; its number where it has none here.</summary>
    public static string Of(int error) => Names.GetValueOrDefault(error) ?? "error " + error.ToString(CultureInfo.InvariantCulture);
}
