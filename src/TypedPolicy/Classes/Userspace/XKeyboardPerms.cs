// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A keyboard of an X server: the object class <c>x_keyboard</c>.</summary>
[ObjectClass("x_keyboard")]
[Flags]
public enum XKeyboardPerms : uint
{
    /// <summary><c>getattr</c>: read its attributes.</summary>
    Getattr = 1u << 0,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 1,

    /// <summary><c>use</c>: use it.</summary>
    Use = 1u << 2,

    /// <summary><c>read</c>: read its state and events.</summary>
    Read = 1u << 3,

    /// <summary><c>write</c>: send input by it.</summary>
    Write = 1u << 4,

    /// <summary><c>getfocus</c>: see where its focus is.</summary>
    Getfocus = 1u << 5,

    /// <summary><c>setfocus</c>: set its focus.</summary>
    Setfocus = 1u << 6,

    /// <summary><c>bell</c>: ring the bell.</summary>
    Bell = 1u << 7,

    /// <summary><c>force_cursor</c>: force a cursor shape.</summary>
    ForceCursor = 1u << 8,

    /// <summary><c>freeze</c>: freeze it in a grab.</summary>
    Freeze = 1u << 9,

    /// <summary><c>grab</c>: grab it.</summary>
    Grab = 1u << 10,

    /// <summary><c>manage</c>: change its configuration.</summary>
    Manage = 1u << 11,

    /// <summary><c>list_property</c>: list its properties.</summary>
    ListProperty = 1u << 12,

    /// <summary><c>get_property</c>: read a property.</summary>
    GetProperty = 1u << 13,

    /// <summary><c>set_property</c>: set a property.</summary>
    SetProperty = 1u << 14,

    /// <summary><c>add</c>: add a device to it.</summary>
    Add = 1u << 15,

    /// <summary><c>remove</c>: remove a device from it.</summary>
    Remove = 1u << 16,

    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 17,

    /// <summary><c>destroy</c>: remove it.</summary>
    Destroy = 1u << 18,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7FFFF,
}
