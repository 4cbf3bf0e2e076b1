using TypedPolicy;

namespace DotNet.Policy;

/// <summary>Types of the base policy that the runtime has to do with.</summary>
public static class Base
{
    /// <summary>Files in /usr and /opt that are neither programs nor libraries by their name; assemblies are such.</summary>
    [External("usr_t")]
    public sealed class Usr;

    /// <summary>Files in memory: of tmpfs, and of memfd_create, which are of no folder.</summary>
    [External("tmpfs_t")]
    public sealed class Memory;

    /// <summary>/tmp.</summary>
    [External("tmp_t")]
    public sealed class Tmp;

    /// <summary>/proc, as far as it is about the whole machine.</summary>
    [External("proc_t")]
    public sealed class Proc;

    /// <summary>/sys.</summary>
    [External("sysfs_t")]
    public sealed class Sys;

    /// <summary>/sys/fs/cgroup.</summary>
    [External("cgroup_t")]
    public sealed class ControlGroups;

    /// <summary>/proc/sys.</summary>
    [External("sysctl_t")]
    public sealed class Settings;

    /// <summary>/proc/sys/vm.</summary>
    [External("sysctl_vm_t")]
    public sealed class MemorySettings;

    /// <summary>/proc/sys/vm/overcommit_memory.</summary>
    [External("sysctl_vm_overcommit_t")]
    public sealed class Overcommit;

    /// <summary>/dev/random and /dev/urandom.</summary>
    [External("urandom_device_t")]
    public sealed class Random;

    /// <summary>A file system that keeps labels, as an object.</summary>
    [External("fs_t")]
    public sealed class FileSystem;
}
