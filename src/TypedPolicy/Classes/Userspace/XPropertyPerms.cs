// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A property of a window: the object class <c>x_property</c>.</summary>
[ObjectClass("x_property")]
[Flags]
public enum XPropertyPerms : uint
{
    /// <summary><c>create</c></summary>
    Create = 1u << 0,

    /// <summary><c>destroy</c></summary>
    Destroy = 1u << 1,

    /// <summary><c>read</c></summary>
    Read = 1u << 2,

    /// <summary><c>write</c></summary>
    Write = 1u << 3,

    /// <summary><c>append</c></summary>
    Append = 1u << 4,

    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 5,

    /// <summary><c>setattr</c></summary>
    Setattr = 1u << 6,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7F,
}
