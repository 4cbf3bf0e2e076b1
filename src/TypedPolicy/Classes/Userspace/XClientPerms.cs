// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A client of an X server: the object class <c>x_client</c>.</summary>
[ObjectClass("x_client")]
[Flags]
public enum XClientPerms : uint
{
    /// <summary><c>destroy</c></summary>
    Destroy = 1u << 0,

    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 1,

    /// <summary><c>setattr</c></summary>
    Setattr = 1u << 2,

    /// <summary><c>manage</c></summary>
    Manage = 1u << 3,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xF,
}
