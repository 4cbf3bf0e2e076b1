// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A selection of an X server: the object class <c>x_selection</c>.</summary>
[ObjectClass("x_selection")]
[Flags]
public enum XSelectionPerms : uint
{
    /// <summary><c>read</c></summary>
    Read = 1u << 0,

    /// <summary><c>write</c></summary>
    Write = 1u << 1,

    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 2,

    /// <summary><c>setattr</c></summary>
    Setattr = 1u << 3,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xF,
}
