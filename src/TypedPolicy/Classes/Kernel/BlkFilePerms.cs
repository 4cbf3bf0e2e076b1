// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A block device: the object class <c>blk_file</c>.</summary>
[ObjectClass("blk_file")]
[Flags]
public enum BlkFilePerms : uint
{
    /// <summary><c>ioctl</c>: control it by ioctl; AllowIoctl narrows this to the listed requests.</summary>
    Ioctl = 1u << 0,

    /// <summary><c>read</c>: read its content.</summary>
    Read = 1u << 1,

    /// <summary><c>write</c>: write its content, also over what is there.</summary>
    Write = 1u << 2,

    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 3,

    /// <summary><c>getattr</c>: read its attributes, as stat does.</summary>
    Getattr = 1u << 4,

    /// <summary><c>setattr</c>: change its attributes: mode, owner, times.</summary>
    Setattr = 1u << 5,

    /// <summary><c>lock</c>: set or test a lock on it.</summary>
    Lock = 1u << 6,

    /// <summary><c>relabelfrom</c>: take its present label away from it.</summary>
    Relabelfrom = 1u << 7,

    /// <summary><c>relabelto</c>: give it this label.</summary>
    Relabelto = 1u << 8,

    /// <summary><c>append</c>: write at its end only.</summary>
    Append = 1u << 9,

    /// <summary><c>map</c>: map it into memory; with read, write or execute as the mapping asks.</summary>
    Map = 1u << 10,

    /// <summary><c>unlink</c>: remove a name of it.</summary>
    Unlink = 1u << 11,

    /// <summary><c>link</c>: give it another hard link.</summary>
    Link = 1u << 12,

    /// <summary><c>rename</c>: give it another name or place.</summary>
    Rename = 1u << 13,

    /// <summary><c>execute</c>: run it, or map it as code.</summary>
    Execute = 1u << 14,

    /// <summary><c>quotaon</c>: use it to keep disk quotas.</summary>
    Quotaon = 1u << 15,

    /// <summary><c>mounton</c>: mount a file system on it.</summary>
    Mounton = 1u << 16,

    /// <summary><c>audit_access</c>: report a denied access(2) on it; mostly used with DontAudit.</summary>
    AuditAccess = 1u << 17,

    /// <summary><c>open</c>: open it; one who was handed it open does not need this.</summary>
    Open = 1u << 18,

    /// <summary><c>execmod</c>: run code of a private mapping of it that was changed, as text relocations do.</summary>
    Execmod = 1u << 19,

    /// <summary><c>watch</c>: watch it for changes (inotify, fanotify).</summary>
    Watch = 1u << 20,

    /// <summary><c>watch_mount</c>: watch the whole mount that it is on.</summary>
    WatchMount = 1u << 21,

    /// <summary><c>watch_sb</c>: watch the whole file system that it is on.</summary>
    WatchSb = 1u << 22,

    /// <summary><c>watch_with_perm</c>: watch it and decide on each access (fanotify permission events).</summary>
    WatchWithPerm = 1u << 23,

    /// <summary><c>watch_reads</c>: watch it for being read.</summary>
    WatchReads = 1u << 24,

    /// <summary><c>watch_mountns</c>: watch its mount namespace for mounts (Linux 6.15).</summary>
    WatchMountns = 1u << 25,

    /// <summary>The permission set <c>read_blk_file_perms</c>: ioctl, read, getattr, lock, open.</summary>
    ReadSet = Ioctl | Read | Getattr | Lock | Open,

    /// <summary>The permission set <c>append_blk_file_perms</c>: ioctl, getattr, lock, append, open.</summary>
    AppendSet = Ioctl | Getattr | Lock | Append | Open,

    /// <summary>The permission set <c>write_blk_file_perms</c>: ioctl, write, getattr, lock, append, open.</summary>
    WriteSet = Ioctl | Write | Getattr | Lock | Append | Open,

    /// <summary>The permission set <c>rw_inherited_blk_file_perms</c> (Fedora): ioctl, read, write, getattr, lock, append.</summary>
    RwInherited = Ioctl | Read | Write | Getattr | Lock | Append,

    /// <summary>The permission set <c>rw_blk_file_perms</c>: ioctl, read, write, getattr, lock, append, open.</summary>
    Rw = Ioctl | Read | Write | Getattr | Lock | Append | Open,

    /// <summary>The permission set <c>create_blk_file_perms</c>: create, getattr.</summary>
    CreateSet = Create | Getattr,

    /// <summary>The permission set <c>rename_blk_file_perms</c>: getattr, rename.</summary>
    RenameSet = Getattr | Rename,

    /// <summary>The permission set <c>delete_blk_file_perms</c>: getattr, unlink.</summary>
    Delete = Getattr | Unlink,

    /// <summary>The permission set <c>manage_blk_file_perms</c>: ioctl, read, write, create, getattr, setattr, lock, append, unlink, link, rename, open.</summary>
    Manage = Ioctl | Read | Write | Create | Getattr | Setattr | Lock | Append | Unlink | Link | Rename | Open,

    /// <summary>The permission set <c>relabelfrom_blk_file_perms</c>: getattr, relabelfrom.</summary>
    RelabelfromSet = Getattr | Relabelfrom,

    /// <summary>The permission set <c>relabelto_blk_file_perms</c>: getattr, relabelto.</summary>
    RelabeltoSet = Getattr | Relabelto,

    /// <summary>The permission set <c>relabel_blk_file_perms</c>: getattr, relabelfrom, relabelto.</summary>
    Relabel = Getattr | Relabelfrom | Relabelto,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3FFFFFF,
}
