namespace TypedPolicy.Sepol.Binary;

/// <summary>The policy capabilities, which a kernel policy numbers from 0; the numbers are those of the kernel's policycap_names.h and libsepol's polcaps.c.</summary>
internal static class PolicyCapabilities
{
    private static readonly string[] Names =
    [
        "network_peer_controls", "open_perms", "extended_socket_class", "always_check_network", "cgroup_seclabel", "nnp_nosuid_transition", "genfs_seclabel_symlinks",
        "ioctl_skip_cloexec", "userspace_initial_context", "netlink_xperm", "netif_wildcard", "genfs_seclabel_wildcard", "functionfs_seclabel", "memfd_class",
    ];

    /// <summary>The name of a value of the policy's set, from 1; the number of one that is not known.</summary>
    public static string Name(int value) => value <= Names.Length ? Names[value - 1] : $"#{value - 1}";
}
