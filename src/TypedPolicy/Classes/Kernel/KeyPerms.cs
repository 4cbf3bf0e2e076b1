// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A key in the kernel's keyrings: the object class <c>key</c>.</summary>
[ObjectClass("key")]
[Flags]
public enum KeyPerms : uint
{
    /// <summary><c>view</c>: read its attributes.</summary>
    View = 1u << 0,

    /// <summary><c>read</c>: read its content.</summary>
    Read = 1u << 1,

    /// <summary><c>write</c>: change its content.</summary>
    Write = 1u << 2,

    /// <summary><c>search</c>: search it, or find it in a search.</summary>
    Search = 1u << 3,

    /// <summary><c>link</c>: link to it.</summary>
    Link = 1u << 4,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 5,

    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 6,

    /// <summary>The permission set <c>manage_key_perms</c>: view, read, write, search, link, setattr, create.</summary>
    Manage = View | Read | Write | Search | Link | Setattr | Create,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7F,
}
