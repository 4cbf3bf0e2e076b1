// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Data that X clients cut and paste: the object class <c>x_application_data</c>.</summary>
[ObjectClass("x_application_data")]
[Flags]
public enum XApplicationDataPerms : uint
{
    /// <summary><c>paste</c>: paste it.</summary>
    Paste = 1u << 0,

    /// <summary><c>paste_after_confirm</c>: paste it after the user agreed.</summary>
    PasteAfterConfirm = 1u << 1,

    /// <summary><c>copy</c>: copy it.</summary>
    Copy = 1u << 2,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7,
}
