using TypedPolicy.Model.Targets;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// How much a permission is to give to somebody who did not ask for it: looking at something is little, reading more, changing much, and what changes the security of the system the
/// most. The numbers only order interfaces; a domain that may read a kind of file is given some twenty by the interface for that.
/// </summary>
internal static class AccessWeight
{
    private const int Look = 1;
    private const int Read = 3;
    private const int Run = 6;
    private const int Other = 5;
    private const int Change = 20;
    private const int Power = 100;

    /// <summary>What a name that the base guards by neverallow rules weighs more than another.</summary>
    public const int OfGuarded = 20;

    private static readonly HashSet<string> Guarded = new(SmallBase.Index.Guards.Select(g => g.Target).Where(t => t != "self"), StringComparer.Ordinal);

    /// <summary>Whether the base guards a name by neverallow rules.</summary>
    public static bool IsGuarded(string target) => Guarded.Contains(target);

    /// <summary>The weight of a permission on one type.</summary>
    /// <param name="target">The type or attribute.</param>
    /// <param name="class">The object class.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="writes">Whether it changes the object.</param>
    public static int Of(string target, string @class, string permission, bool writes) =>
        Of(@class, permission, writes) * (Guarded.Contains(target) ? OfGuarded : 1);

    private static int Of(string @class, string permission, bool writes) => (@class, permission) switch
    {
        ("capability" or "cap_userns", "sys_admin" or "sys_module" or "sys_rawio" or "sys_ptrace" or "sys_boot" or "mac_admin" or "dac_override" or "setuid" or "setgid" or "setfcap") => Power,
        ("capability" or "cap_userns" or "capability2" or "cap2_userns" or "system", _) => Change,
        ("security" or "memprotect" or "kernel_service", _) => Power,
        (_, "relabelfrom" or "relabelto" or "mounton" or "mount" or "remount" or "unmount" or "execmod" or "execmem" or "execstack" or "execheap" or "ptrace" or "dyntransition" or "setcurrent" or "transition"
            or "entrypoint" or "load_policy" or "setenforce" or "module_load") => Power,
        ("process", "sigkill" or "sigstop" or "signal" or "setexec" or "setfscreate" or "setrlimit" or "share") => Change,
        ("dir", "read" or "getattr" or "open" or "search" or "lock" or "ioctl" or "watch") => Look,
        (_, "getattr" or "open" or "lock" or "search" or "use" or "getopt" or "getsched" or "getsession" or "getpgid" or "getcap" or "getrlimit" or "signull" or "sigchld") => Look,
        ("lnk_file" or "filesystem" or "process" or "fd", "read" or "quotaget") => Look,
        (_, "ioctl" or "read" or "map") => Read,
        (_, "execute" or "execute_no_trans") => Run,
        _ => writes ? Change : Other,
    };
}
