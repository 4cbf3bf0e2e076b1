// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>What the kernel's lockdown guards (Linux 5.6 to 5.15): the object class <c>lockdown</c>.</summary>
[ObjectClass("lockdown")]
[Flags]
public enum LockdownPerms : uint
{
    /// <summary><c>integrity</c>: use what could change the running kernel.</summary>
    Integrity = 1u << 0,

    /// <summary><c>confidentiality</c>: use what could read kernel memory.</summary>
    Confidentiality = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
