// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A partition key of an InfiniBand fabric: the object class <c>infiniband_pkey</c>.</summary>
[ObjectClass("infiniband_pkey")]
[Flags]
public enum InfinibandPkeyPerms : uint
{
    /// <summary><c>access</c>: use the partition.</summary>
    Access = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
