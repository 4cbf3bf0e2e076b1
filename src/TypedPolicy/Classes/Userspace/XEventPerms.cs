// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An event of an X server: the object class <c>x_event</c>.</summary>
[ObjectClass("x_event")]
[Flags]
public enum XEventPerms : uint
{
    /// <summary><c>send</c></summary>
    Send = 1u << 0,

    /// <summary><c>receive</c></summary>
    Receive = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
