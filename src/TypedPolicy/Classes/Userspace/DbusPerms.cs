// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A D-Bus message bus: the object class <c>dbus</c>.</summary>
[ObjectClass("dbus")]
[Flags]
public enum DbusPerms : uint
{
    /// <summary><c>acquire_svc</c>: own a name on the bus.</summary>
    AcquireSvc = 1u << 0,

    /// <summary><c>send_msg</c>: send a message to the process of this domain.</summary>
    SendMsg = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
