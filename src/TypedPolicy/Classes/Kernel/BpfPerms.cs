// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>BPF maps and programs: the object class <c>bpf</c>.</summary>
[ObjectClass("bpf")]
[Flags]
public enum BpfPerms : uint
{
    /// <summary><c>map_create</c>: make a map.</summary>
    MapCreate = 1u << 0,

    /// <summary><c>map_read</c>: read a map.</summary>
    MapRead = 1u << 1,

    /// <summary><c>map_write</c>: change a map.</summary>
    MapWrite = 1u << 2,

    /// <summary><c>prog_load</c>: load a program.</summary>
    ProgLoad = 1u << 3,

    /// <summary><c>prog_run</c>: run a program.</summary>
    ProgRun = 1u << 4,

    /// <summary><c>map_create_as</c>: make a map with the token of another.</summary>
    MapCreateAs = 1u << 5,

    /// <summary><c>prog_load_as</c>: load a program with the token of another.</summary>
    ProgLoadAs = 1u << 6,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7F,
}
