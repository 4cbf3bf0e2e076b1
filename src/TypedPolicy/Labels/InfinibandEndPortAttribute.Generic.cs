using System;

namespace TypedPolicy;

/// <summary>Labels an end port of an InfiniBand device. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(ibendportcon mlx5_0 1 context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class InfinibandEndPortAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="device">The name of the device: <c>mlx5_0</c>.</param>
    /// <param name="port">The port, 1 to 255.</param>
    public InfinibandEndPortAttribute(string device, int port)
    {
        Device = device;
        Port = port;
    }

    /// <summary>The name of the device.</summary>
    public string Device { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
