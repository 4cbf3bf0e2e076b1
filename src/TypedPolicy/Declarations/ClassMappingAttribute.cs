using System;

namespace TypedPolicy;

/// <summary>What a member of a class map or of named class permissions stands for.</summary>
/// <param name="permissions">Permissions, of several classes if need be: <c>FilePerms.Read | FilePerms.Open, DirPerms.Search</c>.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ClassMappingAttribute(params object[] permissions) : Attribute
{
    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}
