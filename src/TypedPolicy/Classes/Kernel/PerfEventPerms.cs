// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Performance events: the object class <c>perf_event</c>.</summary>
[ObjectClass("perf_event")]
[Flags]
public enum PerfEventPerms : uint
{
    /// <summary><c>open</c>: open an event.</summary>
    Open = 1u << 0,

    /// <summary><c>cpu</c>: measure a whole CPU.</summary>
    Cpu = 1u << 1,

    /// <summary><c>kernel</c>: measure the kernel.</summary>
    Kernel = 1u << 2,

    /// <summary><c>tracepoint</c>: use tracepoints.</summary>
    Tracepoint = 1u << 3,

    /// <summary><c>read</c>: read an event.</summary>
    Read = 1u << 4,

    /// <summary><c>write</c>: control an event.</summary>
    Write = 1u << 5,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3F,
}
