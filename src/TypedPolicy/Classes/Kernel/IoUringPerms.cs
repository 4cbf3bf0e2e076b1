// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Asynchronous I/O by io_uring: the object class <c>io_uring</c>.</summary>
[ObjectClass("io_uring")]
[Flags]
public enum IoUringPerms : uint
{
    /// <summary><c>override_creds</c>: run requests with other credentials.</summary>
    OverrideCreds = 1u << 0,

    /// <summary><c>sqpoll</c>: use a kernel thread that polls for requests.</summary>
    Sqpoll = 1u << 1,

    /// <summary><c>cmd</c>: send a command to a driver.</summary>
    Cmd = 1u << 2,

    /// <summary><c>allowed</c>: use io_uring at all.</summary>
    Allowed = 1u << 3,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xF,
}
