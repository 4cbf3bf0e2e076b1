// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A graphics context of an X server: the object class <c>x_gc</c>.</summary>
[ObjectClass("x_gc")]
[Flags]
public enum XGcPerms : uint
{
    /// <summary><c>create</c></summary>
    Create = 1u << 0,

    /// <summary><c>destroy</c></summary>
    Destroy = 1u << 1,

    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 2,

    /// <summary><c>setattr</c></summary>
    Setattr = 1u << 3,

    /// <summary><c>use</c></summary>
    Use = 1u << 4,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1F,
}
