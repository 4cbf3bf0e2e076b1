// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A systemd unit; target is the type of its unit file: the object class <c>service</c>.</summary>
[ObjectClass("service")]
[Flags]
public enum ServicePerms : uint
{
    /// <summary><c>start</c>: start it.</summary>
    Start = 1u << 0,

    /// <summary><c>stop</c>: stop it.</summary>
    Stop = 1u << 1,

    /// <summary><c>status</c>: read its state.</summary>
    Status = 1u << 2,

    /// <summary><c>reload</c>: make it read its configuration again.</summary>
    Reload = 1u << 3,

    /// <summary><c>kill</c>: signal its processes (Fedora).</summary>
    Kill = 1u << 4,

    /// <summary><c>load</c>: load it (Fedora).</summary>
    Load = 1u << 5,

    /// <summary><c>enable</c>: enable it.</summary>
    Enable = 1u << 6,

    /// <summary><c>disable</c>: disable it.</summary>
    Disable = 1u << 7,

    /// <summary>The permission set <c>manage_service_perms</c> (Fedora): start, stop, status, reload, enable, disable.</summary>
    Manage = Start | Stop | Status | Reload | Enable | Disable,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xFF,
}
