// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A network interface: the object class <c>netif</c>.</summary>
[ObjectClass("netif")]
[Flags]
public enum NetifPerms : uint
{
    /// <summary><c>ingress</c>: receive packets through it.</summary>
    Ingress = 1u << 0,

    /// <summary><c>egress</c>: send packets through it.</summary>
    Egress = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
