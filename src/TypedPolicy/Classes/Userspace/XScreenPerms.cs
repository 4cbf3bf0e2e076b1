// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A screen of an X server: the object class <c>x_screen</c>.</summary>
[ObjectClass("x_screen")]
[Flags]
public enum XScreenPerms : uint
{
    /// <summary><c>getattr</c>: read its attributes.</summary>
    Getattr = 1u << 0,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 1,

    /// <summary><c>hide_cursor</c>: hide the cursor.</summary>
    HideCursor = 1u << 2,

    /// <summary><c>show_cursor</c>: show the cursor.</summary>
    ShowCursor = 1u << 3,

    /// <summary><c>saver_getattr</c>: read the screen saver's attributes.</summary>
    SaverGetattr = 1u << 4,

    /// <summary><c>saver_setattr</c>: change the screen saver's attributes.</summary>
    SaverSetattr = 1u << 5,

    /// <summary><c>saver_hide</c>: hide the screen saver.</summary>
    SaverHide = 1u << 6,

    /// <summary><c>saver_show</c>: show the screen saver.</summary>
    SaverShow = 1u << 7,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xFF,
}
