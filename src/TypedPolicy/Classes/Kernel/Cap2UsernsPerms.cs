// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The capabilities from 32 on in a user namespace other than the initial one: the object class <c>cap2_userns</c>.</summary>
[ObjectClass("cap2_userns")]
[Flags]
public enum Cap2UsernsPerms : uint
{
    /// <summary><c>mac_override</c>: bypass mandatory access control (not SELinux's).</summary>
    MacOverride = 1u << 0,

    /// <summary><c>mac_admin</c>: set and read labels that the loaded policy does not know.</summary>
    MacAdmin = 1u << 1,

    /// <summary><c>syslog</c>: administer the kernel log; see kernel addresses.</summary>
    Syslog = 1u << 2,

    /// <summary><c>wake_alarm</c>: wake the system by a timer.</summary>
    WakeAlarm = 1u << 3,

    /// <summary><c>block_suspend</c>: keep the system from suspending.</summary>
    BlockSuspend = 1u << 4,

    /// <summary><c>audit_read</c>: read the audit log by netlink multicast.</summary>
    AuditRead = 1u << 5,

    /// <summary><c>perfmon</c>: use performance monitoring.</summary>
    Perfmon = 1u << 6,

    /// <summary><c>bpf</c>: use privileged BPF operations.</summary>
    Bpf = 1u << 7,

    /// <summary><c>checkpoint_restore</c>: checkpoint and restore processes.</summary>
    CheckpointRestore = 1u << 8,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1FF,
}
