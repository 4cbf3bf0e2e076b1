// Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
using System;

namespace TypedPolicy;

/// <summary>User namespaces: the object class <c>user_namespace</c>.</summary>
[ObjectClass("user_namespace")]
[Flags]
public enum UserNamespacePerms : uint
{
    /// <summary><c>create</c>: make a new one.</summary>
    Create = 1u << 0,

    /// <summary>Every permission of the class that this library knows.</summary>
    All = 0x1,
}
