// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A schema of a database: the object class <c>db_schema</c>.</summary>
[ObjectClass("db_schema")]
[Flags]
public enum DbSchemaPerms : uint
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

    /// <summary><c>search</c>: look up an object in it.</summary>
    Search = 1u << 6,

    /// <summary><c>add_name</c>: add an object to it.</summary>
    AddName = 1u << 7,

    /// <summary><c>remove_name</c>: remove an object from it.</summary>
    RemoveName = 1u << 8,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1FF,
}
