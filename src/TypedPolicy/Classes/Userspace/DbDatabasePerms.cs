// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>A database: the object class <c>db_database</c>.</summary>
[ObjectClass("db_database")]
[Flags]
public enum DbDatabasePerms : uint
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

    /// <summary><c>access</c>: connect to it.</summary>
    Access = 1u << 6,

    /// <summary><c>install_module</c>: install a module in it.</summary>
    InstallModule = 1u << 7,

    /// <summary><c>load_module</c>: load a module into it.</summary>
    LoadModule = 1u << 8,

    /// <summary><c>get_param</c>: read a parameter (obsolete).</summary>
    GetParam = 1u << 9,

    /// <summary><c>set_param</c>: set a parameter (obsolete).</summary>
    SetParam = 1u << 10,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x7FF,
}
