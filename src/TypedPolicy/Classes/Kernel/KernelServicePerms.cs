// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A kernel facility that acts for a process: the object class <c>kernel_service</c>.</summary>
[ObjectClass("kernel_service")]
[Flags]
public enum KernelServicePerms : uint
{
    /// <summary><c>use_as_override</c>: let it act with this label.</summary>
    UseAsOverride = 1u << 0,

    /// <summary><c>create_files_as</c>: let it make files with this label.</summary>
    CreateFilesAs = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
