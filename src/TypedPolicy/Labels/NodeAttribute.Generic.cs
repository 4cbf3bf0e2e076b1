using System;

namespace TypedPolicy;

/// <summary>Labels the hosts of a network. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(nodecon (10.0.0.0) (255.0.0.0) context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class NodeAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="address">The address, IPv4 or IPv6.</param>
    /// <param name="mask">The mask, of the same kind: <c>255.0.0.0</c>, <c>ffff::</c>.</param>
    public NodeAttribute(string address, string mask)
    {
        Address = address;
        Mask = mask;
    }

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>The mask.</summary>
    public string Mask { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
