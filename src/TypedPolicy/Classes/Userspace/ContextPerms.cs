// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A security context: its translation and what it contains: the object class <c>context</c>.</summary>
[ObjectClass("context")]
[Flags]
public enum ContextPerms : uint
{
    /// <summary><c>translate</c>: translate it to a form for people (Fedora).</summary>
    Translate = 1u << 0,

    /// <summary><c>contains</c>: use a range within it.</summary>
    Contains = 1u << 1,

    /// <summary><c>unused_perm</c>: nothing: a place that translate left (reference policy).</summary>
    UnusedPerm = 1u << 2,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7,
}
