// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The label of the other end of a connection: the object class <c>peer</c>.</summary>
[ObjectClass("peer")]
[Flags]
public enum PeerPerms : uint
{
    /// <summary><c>recv</c>: receive from it.</summary>
    Recv = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
