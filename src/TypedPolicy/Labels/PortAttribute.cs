using System;

namespace TypedPolicy;

/// <summary>Labels a port or a range of ports.</summary>
/// <remarks>CIL: <c>(portcon tcp (61009 61010) context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class PortAttribute : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="port">The port, 1 to 65535.</param>
    public PortAttribute(Protocol protocol, int port)
    {
        Protocol = protocol;
        Low = port;
        High = port;
    }

    /// <summary>Labels it.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="low">The first port, 1 to 65535.</param>
    /// <param name="high">The last port, not below <paramref name="low"/>.</param>
    public PortAttribute(Protocol protocol, int low, int high)
    {
        Protocol = protocol;
        Low = low;
        High = high;
    }

    /// <summary>The protocol.</summary>
    public Protocol Protocol { get; }

    /// <summary>The first port.</summary>
    public int Low { get; }

    /// <summary>The last port.</summary>
    public int High { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
