// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The system as a whole: the kernel's permissions and those that systemd checks: the object class <c>system</c>.</summary>
[ObjectClass("system")]
[Flags]
public enum SystemPerms : uint
{
    /// <summary><c>ipc_info</c>: read about System V IPC.</summary>
    IpcInfo = 1u << 0,

    /// <summary><c>syslog_read</c>: read the kernel log.</summary>
    SyslogRead = 1u << 1,

    /// <summary><c>syslog_mod</c>: change what the kernel log does.</summary>
    SyslogMod = 1u << 2,

    /// <summary><c>syslog_console</c>: change what the kernel logs to the console.</summary>
    SyslogConsole = 1u << 3,

    /// <summary><c>module_request</c>: make the kernel load a module.</summary>
    ModuleRequest = 1u << 4,

    /// <summary><c>module_load</c>: load a kernel module; target is the module's type, or the process itself.</summary>
    ModuleLoad = 1u << 5,

    /// <summary><c>halt</c>: halt the system (systemd).</summary>
    Halt = 1u << 6,

    /// <summary><c>reboot</c>: reboot the system (systemd).</summary>
    Reboot = 1u << 7,

    /// <summary><c>status</c>: read the manager's state (systemd).</summary>
    Status = 1u << 8,

    /// <summary><c>start</c>: start a transient unit (systemd).</summary>
    Start = 1u << 9,

    /// <summary><c>stop</c>: stop a transient unit (systemd).</summary>
    Stop = 1u << 10,

    /// <summary><c>enable</c>: enable unit files (systemd).</summary>
    Enable = 1u << 11,

    /// <summary><c>disable</c>: disable unit files (systemd).</summary>
    Disable = 1u << 12,

    /// <summary><c>reload</c>: make the manager read its units again (systemd).</summary>
    Reload = 1u << 13,

    /// <summary><c>undefined</c>: what has no permission of its own (systemd, Fedora).</summary>
    Undefined = 1u << 14,

    /// <summary><c>firmware_load</c>: load firmware (Linux 6.15).</summary>
    FirmwareLoad = 1u << 15,

    /// <summary><c>kexec_image_load</c>: load a kernel for kexec (Linux 6.15).</summary>
    KexecImageLoad = 1u << 16,

    /// <summary><c>kexec_initramfs_load</c>: load an initramfs for kexec (Linux 6.15).</summary>
    KexecInitramfsLoad = 1u << 17,

    /// <summary><c>policy_load</c>: load a policy file of another kernel facility, such as IMA's (Linux 6.15).</summary>
    PolicyLoad = 1u << 18,

    /// <summary><c>x509_certificate_load</c>: load an X.509 certificate (Linux 6.15).</summary>
    X509CertificateLoad = 1u << 19,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xFFFFF,
}
