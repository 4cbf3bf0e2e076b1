using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Ports and hosts that the base policy names.</summary>
public static class Network
{
    /// <summary>Every host that has no type of its own.</summary>
    [External("node_t")]
    public sealed class AnyNode;

    /// <summary>Port 53.</summary>
    [External("dns_port_t")]
    public sealed class DnsPort;

    /// <summary>Ports 80, 443 and others of web servers.</summary>
    [External("http_port_t")]
    public sealed class HttpPort;

    /// <summary>Port 5000: the cluster's image registry.</summary>
    [External("commplex_main_port_t")]
    public sealed class RegistryPort;

    /// <summary>Port 7001: peers of an etcd of an older cluster.</summary>
    [External("afs3_callback_port_t")]
    public sealed class LegacyEtcdPeerPort;
}
