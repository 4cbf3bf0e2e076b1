using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Administration programs that run in domains of their own.</summary>
public static class Tools
{
    /// <summary>mount and umount.</summary>
    [External("mount_exec_t")]
    public sealed class MountExecutable;

    /// <summary>The domain of mount.</summary>
    [External("mount_t")]
    public sealed class Mount;

    /// <summary>iptables and nft.</summary>
    [External("iptables_exec_t")]
    public sealed class IptablesExecutable;

    /// <summary>The domain of iptables.</summary>
    [External("iptables_t")]
    public sealed class Iptables;

    /// <summary>ip and ifconfig.</summary>
    [External("ifconfig_exec_t")]
    public sealed class IfconfigExecutable;

    /// <summary>The domain of ip.</summary>
    [External("ifconfig_t")]
    public sealed class Ifconfig;

    /// <summary>modprobe.</summary>
    [External("kmod_exec_t")]
    public sealed class KmodExecutable;

    /// <summary>The domain of modprobe.</summary>
    [External("kmod_t")]
    public sealed class Kmod;

    /// <summary>ping.</summary>
    [External("ping_exec_t")]
    public sealed class PingExecutable;

    /// <summary>The domain of ping: who starts it needs no raw sockets.</summary>
    [External("ping_t")]
    public sealed class Ping;

    /// <summary>useradd and usermod.</summary>
    [External("useradd_exec_t")]
    public sealed class UseraddExecutable;

    /// <summary>The domain of useradd.</summary>
    [External("useradd_t")]
    public sealed class Useradd;

    /// <summary>groupadd.</summary>
    [External("groupadd_exec_t")]
    public sealed class GroupaddExecutable;

    /// <summary>The domain of groupadd.</summary>
    [External("groupadd_t")]
    public sealed class Groupadd;
}
