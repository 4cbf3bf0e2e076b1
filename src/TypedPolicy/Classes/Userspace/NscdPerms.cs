// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The name service cache daemon: the object class <c>nscd</c>.</summary>
[ObjectClass("nscd")]
[Flags]
public enum NscdPerms : uint
{
    /// <summary><c>getpwd</c>: look up a user.</summary>
    Getpwd = 1u << 0,

    /// <summary><c>getgrp</c>: look up a group.</summary>
    Getgrp = 1u << 1,

    /// <summary><c>gethost</c>: look up a host.</summary>
    Gethost = 1u << 2,

    /// <summary><c>getstat</c>: read its statistics.</summary>
    Getstat = 1u << 3,

    /// <summary><c>admin</c>: control it.</summary>
    Admin = 1u << 4,

    /// <summary><c>shmempwd</c>: read its shared cache of users.</summary>
    Shmempwd = 1u << 5,

    /// <summary><c>shmemgrp</c>: read its shared cache of groups.</summary>
    Shmemgrp = 1u << 6,

    /// <summary><c>shmemhost</c>: read its shared cache of hosts.</summary>
    Shmemhost = 1u << 7,

    /// <summary><c>getserv</c>: look up a service.</summary>
    Getserv = 1u << 8,

    /// <summary><c>shmemserv</c>: read its shared cache of services.</summary>
    Shmemserv = 1u << 9,

    /// <summary><c>getnetgrp</c>: look up a netgroup.</summary>
    Getnetgrp = 1u << 10,

    /// <summary><c>shmemnetgrp</c>: read its shared cache of netgroups.</summary>
    Shmemnetgrp = 1u << 11,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xFFF,
}
