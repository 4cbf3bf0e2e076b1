// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A GSS proxy (Fedora): the object class <c>proxy</c>.</summary>
[ObjectClass("proxy")]
[Flags]
public enum ProxyPerms : uint
{
    /// <summary><c>read</c>: use it.</summary>
    Read = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
