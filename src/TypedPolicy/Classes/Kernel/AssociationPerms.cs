// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>An IPsec security association: the object class <c>association</c>.</summary>
[ObjectClass("association")]
[Flags]
public enum AssociationPerms : uint
{
    /// <summary><c>sendto</c>: send by it.</summary>
    Sendto = 1u << 0,

    /// <summary><c>recvfrom</c>: receive by it.</summary>
    Recvfrom = 1u << 1,

    /// <summary><c>setcontext</c>: give it this label.</summary>
    Setcontext = 1u << 2,

    /// <summary><c>polmatch</c>: use a policy database entry of this label.</summary>
    Polmatch = 1u << 3,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xF,
}
