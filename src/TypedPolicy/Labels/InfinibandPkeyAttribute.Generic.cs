using System;

namespace TypedPolicy;

/// <summary>Labels partition keys of an InfiniBand subnet. It names the type, and may be on any class.</summary>
/// <typeparam name="TLabel">The type that it is labelled with.</typeparam>
/// <remarks>CIL: <c>(ibpkeycon fe80:: (0 0x10) context)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class InfinibandPkeyAttribute<TLabel> : Attribute
{
    /// <summary>Labels it.</summary>
    /// <param name="subnetPrefix">The prefix of the subnet, an IPv6 address: <c>fe80::</c>.</param>
    /// <param name="low">The first key, 0 to 0xffff.</param>
    /// <param name="high">The last key, not below <paramref name="low"/>.</param>
    public InfinibandPkeyAttribute(string subnetPrefix, int low, int high)
    {
        SubnetPrefix = subnetPrefix;
        Low = low;
        High = high;
    }

    /// <summary>The prefix of the subnet.</summary>
    public string SubnetPrefix { get; }

    /// <summary>The first key.</summary>
    public int Low { get; }

    /// <summary>The last key.</summary>
    public int High { get; }

    /// <summary>The level or range of the context.</summary>
    public string Level { get; set; } = "s0";

    /// <summary>The SELinux user of the context (default: <see cref="SystemU"/>).</summary>
    public Type? User { get; set; }
}
