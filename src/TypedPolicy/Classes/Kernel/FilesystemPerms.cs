// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A mounted file system: the object class <c>filesystem</c>.</summary>
[ObjectClass("filesystem")]
[Flags]
public enum FilesystemPerms : uint
{
    /// <summary><c>mount</c>: mount it.</summary>
    Mount = 1u << 0,

    /// <summary><c>remount</c>: change its mount options.</summary>
    Remount = 1u << 1,

    /// <summary><c>unmount</c>: unmount it.</summary>
    Unmount = 1u << 2,

    /// <summary><c>getattr</c>: read its attributes, as statfs does.</summary>
    Getattr = 1u << 3,

    /// <summary><c>relabelfrom</c>: take its present label away from it.</summary>
    Relabelfrom = 1u << 4,

    /// <summary><c>relabelto</c>: give it this label.</summary>
    Relabelto = 1u << 5,

    /// <summary><c>associate</c>: be a file of this type on it; source is the file's type.</summary>
    Associate = 1u << 6,

    /// <summary><c>quotamod</c>: change its quotas.</summary>
    Quotamod = 1u << 7,

    /// <summary><c>quotaget</c>: read its quotas.</summary>
    Quotaget = 1u << 8,

    /// <summary><c>watch</c>: watch it for changes.</summary>
    Watch = 1u << 9,

    /// <summary>The permission set <c>mount_fs_perms</c>: mount, remount, unmount, getattr.</summary>
    MountFs = Mount | Remount | Unmount | Getattr,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3FF,
}
