using System;

namespace TypedPolicy;

/// <summary>Sets whether a new object of these classes takes its role from the process that creates it or from the object that it is created in.</summary>
/// <param name="origin">Where the role comes from.</param>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(defaultrole class source)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class DefaultRoleAttribute(DefaultFrom origin, params Type[] classes) : Attribute
{
    /// <summary>Where the role comes from.</summary>
    public DefaultFrom Origin { get; } = origin;

    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}
