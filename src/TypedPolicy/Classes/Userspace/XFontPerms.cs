// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A font of an X server: the object class <c>x_font</c>.</summary>
[ObjectClass("x_font")]
[Flags]
public enum XFontPerms : uint
{
    /// <summary><c>create</c></summary>
    Create = 1u << 0,

    /// <summary><c>destroy</c></summary>
    Destroy = 1u << 1,

    /// <summary><c>getattr</c></summary>
    Getattr = 1u << 2,

    /// <summary><c>add_glyph</c></summary>
    AddGlyph = 1u << 3,

    /// <summary><c>remove_glyph</c></summary>
    RemoveGlyph = 1u << 4,

    /// <summary><c>use</c></summary>
    Use = 1u << 5,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3F,
}
