// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A large object of a database: the object class <c>db_blob</c>.</summary>
[ObjectClass("db_blob")]
[Flags]
public enum DbBlobPerms : uint
{
    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 0,

    /// <summary><c>drop</c>: remove it.</summary>
    Drop = 1u << 1,

    /// <summary><c>getattr</c>: read its attributes.</summary>
    Getattr = 1u << 2,

    /// <summary><c>setattr</c>: change its attributes.</summary>
    Setattr = 1u << 3,

    /// <summary><c>relabelfrom</c>: take its present label away from it.</summary>
    Relabelfrom = 1u << 4,

    /// <summary><c>relabelto</c>: give it this label.</summary>
    Relabelto = 1u << 5,

    /// <summary><c>read</c>: read it.</summary>
    Read = 1u << 6,

    /// <summary><c>write</c>: change it.</summary>
    Write = 1u << 7,

    /// <summary><c>import</c>: fill it from a file.</summary>
    Import = 1u << 8,

    /// <summary><c>export</c>: write it to a file.</summary>
    Export = 1u << 9,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x3FF,
}
