// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A packet that a firewall rule (SECMARK) labelled: the object class <c>packet</c>.</summary>
[ObjectClass("packet")]
[Flags]
public enum PacketPerms : uint
{
    /// <summary><c>send</c>: send it.</summary>
    Send = 1u << 0,

    /// <summary><c>recv</c>: receive it.</summary>
    Recv = 1u << 1,

    /// <summary><c>relabelto</c>: let a firewall rule give this label.</summary>
    Relabelto = 1u << 2,

    /// <summary><c>forward_in</c>: take it in to forward it.</summary>
    ForwardIn = 1u << 3,

    /// <summary><c>forward_out</c>: forward it.</summary>
    ForwardOut = 1u << 4,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1F,
}
