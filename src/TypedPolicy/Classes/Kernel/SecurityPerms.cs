// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>The security server: selinuxfs: the object class <c>security</c>.</summary>
[ObjectClass("security")]
[Flags]
public enum SecurityPerms : uint
{
    /// <summary><c>compute_av</c>: ask for an access decision.</summary>
    ComputeAv = 1u << 0,

    /// <summary><c>compute_create</c>: ask for the label of a new object.</summary>
    ComputeCreate = 1u << 1,

    /// <summary><c>compute_member</c>: ask for the label of a polyinstantiated member.</summary>
    ComputeMember = 1u << 2,

    /// <summary><c>check_context</c>: ask whether a context is valid.</summary>
    CheckContext = 1u << 3,

    /// <summary><c>load_policy</c>: load a policy.</summary>
    LoadPolicy = 1u << 4,

    /// <summary><c>compute_relabel</c>: ask for the label to give an object.</summary>
    ComputeRelabel = 1u << 5,

    /// <summary><c>compute_user</c>: ask for the contexts that a user can reach.</summary>
    ComputeUser = 1u << 6,

    /// <summary><c>setenforce</c>: switch between enforcing and permissive.</summary>
    Setenforce = 1u << 7,

    /// <summary><c>setbool</c>: set booleans.</summary>
    Setbool = 1u << 8,

    /// <summary><c>setsecparam</c>: set the parameters of the access vector cache.</summary>
    Setsecparam = 1u << 9,

    /// <summary><c>setcheckreqprot</c>: choose which memory protection is checked.</summary>
    Setcheckreqprot = 1u << 10,

    /// <summary><c>read_policy</c>: read the loaded policy.</summary>
    ReadPolicy = 1u << 11,

    /// <summary><c>validate_trans</c>: ask whether a change of label is valid.</summary>
    ValidateTrans = 1u << 12,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1FFF,
}
