using System;

namespace TypedPolicy;

/// <summary>
/// An interface of the module: a group of rules under a name. The class that derives from this attribute carries the rules
/// and <c>[PolicyInterface]</c>; where it is applied, the class that it is applied to is their subject.
/// </summary>
/// <remarks>
/// CIL: <c>(macro module_x ((type subject) …) …)</c>, and <c>(call module_x (x_t …))</c> where it is applied. Type parameters of the
/// attribute class are written <see cref="Arg1"/>, <see cref="Arg2"/>, … in its rules, constructor parameters
/// <see cref="Param1"/>, <see cref="Param2"/>, ….
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public class PolicyInterfaceAttribute : Attribute
{
    /// <summary>Declares the interface under the name derived from the C# name.</summary>
    public PolicyInterfaceAttribute()
    {
    }

    /// <summary>Declares the interface under a custom name.</summary>
    /// <param name="name">The name of the CIL macro.</param>
    public PolicyInterfaceAttribute(string name) => InterfaceName = name;

    /// <summary>The explicit name of the CIL macro, or null to derive it.</summary>
    public string? InterfaceName { get; }
}
