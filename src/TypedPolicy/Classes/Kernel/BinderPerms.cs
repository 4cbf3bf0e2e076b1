// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>Android's inter-process communication: the object class <c>binder</c>.</summary>
[ObjectClass("binder")]
[Flags]
public enum BinderPerms : uint
{
    /// <summary><c>impersonate</c>: act for another process.</summary>
    Impersonate = 1u << 0,

    /// <summary><c>call</c>: call another process.</summary>
    Call = 1u << 1,

    /// <summary><c>set_context_mgr</c>: become the context manager.</summary>
    SetContextMgr = 1u << 2,

    /// <summary><c>transfer</c>: pass a reference to another process.</summary>
    Transfer = 1u << 3,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0xF,
}
