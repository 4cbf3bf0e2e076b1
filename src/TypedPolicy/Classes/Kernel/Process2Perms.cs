// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A process: what did not fit into the class process: the object class <c>process2</c>.</summary>
[ObjectClass("process2")]
[Flags]
public enum Process2Perms : uint
{
    /// <summary><c>nnp_transition</c>: change domain under no_new_privs.</summary>
    NnpTransition = 1u << 0,

    /// <summary><c>nosuid_transition</c>: change domain on a nosuid mount.</summary>
    NosuidTransition = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
