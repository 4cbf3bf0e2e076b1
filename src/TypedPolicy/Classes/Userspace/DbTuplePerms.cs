// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A row of a database table: the object class <c>db_tuple</c>.</summary>
[ObjectClass("db_tuple")]
[Flags]
public enum DbTuplePerms : uint
{
    /// <summary><c>relabelfrom</c>: take its present label away from it.</summary>
    Relabelfrom = 1u << 0,

    /// <summary><c>relabelto</c>: give it this label.</summary>
    Relabelto = 1u << 1,

    /// <summary><c>use</c>: use it unseen, as in a condition.</summary>
    Use = 1u << 2,

    /// <summary><c>select</c>: read it.</summary>
    Select = 1u << 3,

    /// <summary><c>update</c>: change it.</summary>
    Update = 1u << 4,

    /// <summary><c>insert</c>: add it.</summary>
    Insert = 1u << 5,

    /// <summary><c>delete</c>: remove it.</summary>
    Delete = 1u << 6,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7F,
}
