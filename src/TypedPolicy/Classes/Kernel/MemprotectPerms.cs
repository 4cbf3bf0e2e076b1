// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Memory mappings: the object class <c>memprotect</c>.</summary>
[ObjectClass("memprotect")]
[Flags]
public enum MemprotectPerms : uint
{
    /// <summary><c>mmap_zero</c>: map memory at a low address.</summary>
    MmapZero = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
