using System;

namespace TypedPolicy;

/// <summary>An SELinux user with its roles, default level and range.</summary>
/// <param name="roles">The roles that the user may take; <c>object_r</c>, the role of files and other objects, is always among them.</param>
/// <remarks>
/// CIL: <c>(user x_u)</c>, <c>(userrole x_u role_r)</c>, <c>(userrole x_u object_r)</c>, <c>(userlevel x_u level)</c>, <c>(userrange x_u range)</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UserAttribute(params Type[] roles) : Attribute
{
    /// <summary>The roles that the user may take.</summary>
    public Type[] Roles { get; } = roles;

    /// <summary>The SELinux name (default: derived from the C# name).</summary>
    public string? Name { get; set; }

    /// <summary>The level that a process of this user starts with: <c>s0</c>, <c>s0:c1,c4.c7</c>.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The levels that the user may use: <c>s0-s0:c0.c1023</c>.</summary>
    public string Range { get; set; } = "s0";

    /// <summary>The prefix of the user's home directory types (<c>userprefix</c>).</summary>
    public string? Prefix { get; set; }
}
