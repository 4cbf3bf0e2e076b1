// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A window or pixmap of an X server: the object class <c>x_drawable</c>.</summary>
[ObjectClass("x_drawable")]
[Flags]
public enum XDrawablePerms : uint
{
    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 0,

    /// <summary><c>destroy</c>: remove it.</summary>
    Destroy = 1u << 1,

    /// <summary><c>read</c>: read its pixels.</summary>
    Read = 1u << 2,

    /// <summary><c>write</c>: draw into it.</summary>
    Write = 1u << 3,

    /// <summary><c>blend</c>: blend it with others.</summary>
    Blend = 1u << 4,

    /// <summary><c>getattr</c>: read its attributes.</summary>
    Getattr = 1u << 5,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 6,

    /// <summary><c>list_child</c>: list its child windows.</summary>
    ListChild = 1u << 7,

    /// <summary><c>add_child</c>: add a child window.</summary>
    AddChild = 1u << 8,

    /// <summary><c>remove_child</c>: remove a child window.</summary>
    RemoveChild = 1u << 9,

    /// <summary><c>list_property</c>: list its properties.</summary>
    ListProperty = 1u << 10,

    /// <summary><c>get_property</c>: read a property.</summary>
    GetProperty = 1u << 11,

    /// <summary><c>set_property</c>: set a property.</summary>
    SetProperty = 1u << 12,

    /// <summary><c>manage</c>: manage it, as a window manager does.</summary>
    Manage = 1u << 13,

    /// <summary><c>override</c>: keep it from the window manager.</summary>
    Override = 1u << 14,

    /// <summary><c>show</c>: show it.</summary>
    Show = 1u << 15,

    /// <summary><c>hide</c>: hide it.</summary>
    Hide = 1u << 16,

    /// <summary><c>send</c>: send an event to it.</summary>
    Send = 1u << 17,

    /// <summary><c>receive</c>: receive events from it.</summary>
    Receive = 1u << 18,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7FFFF,
}
