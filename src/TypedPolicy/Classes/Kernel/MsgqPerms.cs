// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A message queue: the object class <c>msgq</c>.</summary>
[ObjectClass("msgq")]
[Flags]
public enum MsgqPerms : uint
{
    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 0,

    /// <summary><c>destroy</c>: remove it.</summary>
    Destroy = 1u << 1,

    /// <summary><c>getattr</c>: read its state and owner.</summary>
    Getattr = 1u << 2,

    /// <summary><c>setattr</c>: change its owner and mode.</summary>
    Setattr = 1u << 3,

    /// <summary><c>read</c>: read from it.</summary>
    Read = 1u << 4,

    /// <summary><c>write</c>: change it or write to it.</summary>
    Write = 1u << 5,

    /// <summary><c>associate</c>: find it by its key.</summary>
    Associate = 1u << 6,

    /// <summary><c>unix_read</c>: pass the check of its mode bits for reading.</summary>
    UnixRead = 1u << 7,

    /// <summary><c>unix_write</c>: pass the check of its mode bits for writing.</summary>
    UnixWrite = 1u << 8,

    /// <summary><c>enqueue</c>: put a message into it.</summary>
    Enqueue = 1u << 9,

    /// <summary>The permission set <c>r_msgq_perms</c>: getattr, read, associate, unix_read.</summary>
    R = Getattr | Read | Associate | UnixRead,

    /// <summary>The permission set <c>rw_msgq_perms</c>: getattr, read, write, associate, unix_read, unix_write, enqueue.</summary>
    Rw = Getattr | Read | Write | Associate | UnixRead | UnixWrite | Enqueue,

    /// <summary>The permission set <c>create_msgq_perms</c>: create, destroy, getattr, setattr, read, write, associate, unix_read, unix_write, enqueue.</summary>
    CreateSet = Create | Destroy | Getattr | Setattr | Read | Write | Associate | UnixRead | UnixWrite | Enqueue,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3FF,
}
