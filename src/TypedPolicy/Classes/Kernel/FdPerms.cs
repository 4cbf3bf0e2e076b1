// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An open file descriptor, labelled with the domain that opened it: the object class <c>fd</c>.</summary>
[ObjectClass("fd")]
[Flags]
public enum FdPerms : uint
{
    /// <summary><c>use</c>: use a descriptor that was inherited or passed.</summary>
    Use = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
