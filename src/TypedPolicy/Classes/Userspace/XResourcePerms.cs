// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Any other resource of an X server: the object class <c>x_resource</c>.</summary>
[ObjectClass("x_resource")]
[Flags]
public enum XResourcePerms : uint
{
    /// <summary><c>read</c></summary>
    Read = 1u << 0,

    /// <summary><c>write</c></summary>
    Write = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
