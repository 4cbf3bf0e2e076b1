using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The kernel, and what it shows in /proc and /sys.</summary>
public static class Kernel
{
    /// <summary>The kernel's own threads; the target of requests to the kernel as a whole.</summary>
    [External("kernel_t")]
    public sealed class Threads;

    /// <summary>/proc.</summary>
    [External("proc_t")]
    public sealed class Proc;

    /// <summary>/proc/net.</summary>
    [External("proc_net_t")]
    public sealed class ProcNet;

    /// <summary>/proc/kmsg. Only members of <see cref="ICanReceiveMessages"/> may read it.</summary>
    [External("proc_kmsg_t")]
    public sealed class ProcMessages;

    /// <summary>/proc/sys.</summary>
    [External("sysctl_t")]
    public sealed class Sysctl;

    /// <summary>/proc/sys/kernel.</summary>
    [External("sysctl_kernel_t")]
    public sealed class SysctlKernel;

    /// <summary>/proc/sys/net.</summary>
    [External("sysctl_net_t")]
    public sealed class SysctlNet;

    /// <summary>/proc/sys/fs.</summary>
    [External("sysctl_fs_t")]
    public sealed class SysctlFilesystems;

    /// <summary>/proc/sys/vm.</summary>
    [External("sysctl_vm_t")]
    public sealed class SysctlMemory;

    /// <summary>/proc/sys/vm/overcommit_memory.</summary>
    [External("sysctl_vm_overcommit_t")]
    public sealed class SysctlOvercommit;

    /// <summary>/sys.</summary>
    [External("sysfs_t")]
    public sealed class Sysfs;

    /// <summary>
    /// The domains that may read the kernel's messages. The base policy forbids it to all others by a neverallow rule, so
    /// a domain says that it is one of them.
    /// </summary>
    [External("can_receive_kernel_messages")]
    public interface ICanReceiveMessages;
}
