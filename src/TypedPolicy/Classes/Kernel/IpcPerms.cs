// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>System V IPC of any other kind; not checked today: the object class <c>ipc</c>.</summary>
[ObjectClass("ipc")]
[Flags]
public enum IpcPerms : uint
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

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1FF,
}
