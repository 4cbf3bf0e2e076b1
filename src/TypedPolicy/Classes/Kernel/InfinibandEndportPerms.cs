// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An end port of an InfiniBand fabric: the object class <c>infiniband_endport</c>.</summary>
[ObjectClass("infiniband_endport")]
[Flags]
public enum InfinibandEndportPerms : uint
{
    /// <summary><c>manage_subnet</c>: send subnet management packets.</summary>
    ManageSubnet = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
