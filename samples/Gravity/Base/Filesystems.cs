using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>File systems as a whole.</summary>
public static class Filesystems
{
    /// <summary>File systems on disks: ext4, xfs, overlay.</summary>
    [External("fs_t")]
    public sealed class Disk;

    /// <summary>tmpfs.</summary>
    [External("tmpfs_t")]
    public sealed class Tmpfs;

    /// <summary>The control groups.</summary>
    [External("cgroup_t")]
    public sealed class ControlGroups;

    /// <summary>NFS.</summary>
    [External("nfs_t")]
    public sealed class Nfs;
}
