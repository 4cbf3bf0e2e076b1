using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Device nodes.</summary>
public static class Devices
{
    /// <summary>/dev/urandom.</summary>
    [External("urandom_device_t")]
    public sealed class Random;

    /// <summary>/dev/kmsg.</summary>
    [External("kmsg_device_t")]
    public sealed class KernelMessages;

    /// <summary>/dev/net/tun.</summary>
    [External("tun_tap_device_t")]
    public sealed class TunTap;
}
