using System;

namespace TypedPolicy;

/// <summary>Labels a network interface and the packets that come through it.</summary>
/// <remarks>
/// CIL: <c>(netifcon eth0 context packet_context)</c>. The kernel checks <c>netif</c> permissions only where labels travel with packets (NetLabel, labelled IPsec), or where the policy has the
/// capability <c>always_check_network</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class NetifAttribute : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="name">The name of the interface: <c>eth0</c>.</param>
    public NetifAttribute(string name)
    {
        Name = name;
    }

    /// <summary>The name of the interface.</summary>
    public string Name { get; }

    /// <summary>The type of the packets (default: the interface's own).</summary>
    public Type? PacketType { get; set; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
