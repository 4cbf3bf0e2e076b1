// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A message in a message queue: the object class <c>msg</c>.</summary>
[ObjectClass("msg")]
[Flags]
public enum MsgPerms : uint
{
    /// <summary><c>send</c>: put it into a queue.</summary>
    Send = 1u << 0,

    /// <summary><c>receive</c>: take it from a queue.</summary>
    Receive = 1u << 1,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3,
}
