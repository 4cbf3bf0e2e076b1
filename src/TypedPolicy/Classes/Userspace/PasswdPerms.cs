// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The accounts of users: the object class <c>passwd</c>.</summary>
[ObjectClass("passwd")]
[Flags]
public enum PasswdPerms : uint
{
    /// <summary><c>passwd</c>: change another's password.</summary>
    Passwd = 1u << 0,

    /// <summary><c>chfn</c>: change another's personal data.</summary>
    Chfn = 1u << 1,

    /// <summary><c>chsh</c>: change another's shell.</summary>
    Chsh = 1u << 2,

    /// <summary><c>rootok</c>: pass without a password, being root.</summary>
    Rootok = 1u << 3,

    /// <summary><c>crontab</c>: change another's crontab.</summary>
    Crontab = 1u << 4,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1F,
}
