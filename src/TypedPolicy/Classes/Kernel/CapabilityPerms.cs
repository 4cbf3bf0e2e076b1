// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The capabilities of Linux, 0 to 31: the object class <c>capability</c>.</summary>
[ObjectClass("capability")]
[Flags]
public enum CapabilityPerms : uint
{
    /// <summary><c>chown</c>: change owner and group of any file.</summary>
    Chown = 1u << 0,

    /// <summary><c>dac_override</c>: bypass the mode bits and ACLs of files.</summary>
    DacOverride = 1u << 1,

    /// <summary><c>dac_read_search</c>: bypass the mode bits for reading files and searching directories.</summary>
    DacReadSearch = 1u << 2,

    /// <summary><c>fowner</c>: do what only a file's owner may do.</summary>
    Fowner = 1u << 3,

    /// <summary><c>fsetid</c>: keep set-id bits when a file changes; set them for a foreign group.</summary>
    Fsetid = 1u << 4,

    /// <summary><c>kill</c>: signal processes of other users.</summary>
    Kill = 1u << 5,

    /// <summary><c>setgid</c>: change group ids.</summary>
    Setgid = 1u << 6,

    /// <summary><c>setuid</c>: change user ids.</summary>
    Setuid = 1u << 7,

    /// <summary><c>setpcap</c>: change the capability sets of a process.</summary>
    Setpcap = 1u << 8,

    /// <summary><c>linux_immutable</c>: change the immutable and append-only flags.</summary>
    LinuxImmutable = 1u << 9,

    /// <summary><c>net_bind_service</c>: bind to ports below 1024.</summary>
    NetBindService = 1u << 10,

    /// <summary><c>net_broadcast</c>: broadcast and listen to multicast (unused).</summary>
    NetBroadcast = 1u << 11,

    /// <summary><c>net_admin</c>: configure the network.</summary>
    NetAdmin = 1u << 12,

    /// <summary><c>net_raw</c>: use raw and packet sockets.</summary>
    NetRaw = 1u << 13,

    /// <summary><c>ipc_lock</c>: lock memory.</summary>
    IpcLock = 1u << 14,

    /// <summary><c>ipc_owner</c>: bypass the mode bits of System V IPC.</summary>
    IpcOwner = 1u << 15,

    /// <summary><c>sys_module</c>: load and unload kernel modules.</summary>
    SysModule = 1u << 16,

    /// <summary><c>sys_rawio</c>: use I/O ports and raw device commands.</summary>
    SysRawio = 1u << 17,

    /// <summary><c>sys_chroot</c>: use chroot and enter mount namespaces.</summary>
    SysChroot = 1u << 18,

    /// <summary><c>sys_ptrace</c>: trace and inspect other users' processes.</summary>
    SysPtrace = 1u << 19,

    /// <summary><c>sys_pacct</c>: switch process accounting on or off.</summary>
    SysPacct = 1u << 20,

    /// <summary><c>sys_admin</c>: administer the system: mount, namespaces and much more.</summary>
    SysAdmin = 1u << 21,

    /// <summary><c>sys_boot</c>: reboot; load a kernel by kexec.</summary>
    SysBoot = 1u << 22,

    /// <summary><c>sys_nice</c>: raise priority and set scheduling of other processes.</summary>
    SysNice = 1u << 23,

    /// <summary><c>sys_resource</c>: exceed resource limits and quotas.</summary>
    SysResource = 1u << 24,

    /// <summary><c>sys_time</c>: set the clock.</summary>
    SysTime = 1u << 25,

    /// <summary><c>sys_tty_config</c>: configure terminals; vhangup.</summary>
    SysTtyConfig = 1u << 26,

    /// <summary><c>mknod</c>: make device files.</summary>
    Mknod = 1u << 27,

    /// <summary><c>lease</c>: take leases on any file.</summary>
    Lease = 1u << 28,

    /// <summary><c>audit_write</c>: write to the audit log.</summary>
    AuditWrite = 1u << 29,

    /// <summary><c>audit_control</c>: configure auditing.</summary>
    AuditControl = 1u << 30,

    /// <summary><c>setfcap</c>: set file capabilities.</summary>
    Setfcap = 1u << 31,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xFFFFFFFF,
}
