// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An extension of an X server: the object class <c>x_extension</c>.</summary>
[ObjectClass("x_extension")]
[Flags]
public enum XExtensionPerms : uint
{
    /// <summary><c>query</c></summary>
    Query = 1u << 0,

    /// <summary><c>use</c></summary>
    Use = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
