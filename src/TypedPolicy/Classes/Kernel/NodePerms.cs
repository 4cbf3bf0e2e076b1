// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A network address: the object class <c>node</c>.</summary>
[ObjectClass("node")]
[Flags]
public enum NodePerms : uint
{
    /// <summary><c>recvfrom</c>: receive packets from it.</summary>
    Recvfrom = 1u << 0,

    /// <summary><c>sendto</c>: send packets to it.</summary>
    Sendto = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
