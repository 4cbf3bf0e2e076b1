// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An X server: the object class <c>x_server</c>.</summary>
[ObjectClass("x_server")]
[Flags]
public enum XServerPerms : uint
{
    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 0,

    /// <summary><c>setattr</c></summary>
    Setattr = 1u << 1,

    /// <summary><c>record</c></summary>
    Record = 1u << 2,

    /// <summary><c>debug</c></summary>
    Debug = 1u << 3,

    /// <summary><c>grab</c></summary>
    Grab = 1u << 4,

    /// <summary><c>manage</c></summary>
    Manage = 1u << 5,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3F,
}
