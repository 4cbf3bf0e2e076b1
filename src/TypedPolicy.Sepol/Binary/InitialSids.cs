namespace TypedPolicy.Sepol.Binary;

/// <summary>The initial SIDs, which a kernel policy numbers; the numbers are those of the kernel's initial_sid_to_string.h and libsepol's kernel_to_common.h.</summary>
internal static class InitialSids
{
    private static readonly string[] Names =
    [
        "kernel", "security", "unlabeled", "fs", "file", "file_labels", "init", "any_socket", "port", "netif", "netmsg", "node", "igmp_packet", "icmp_socket",
        "tcp_socket", "sysctl_modprobe", "sysctl", "sysctl_fs", "sysctl_kernel", "sysctl_net", "sysctl_net_unix", "sysctl_vm", "sysctl_dev", "kmod", "policy", "scmp_packet", "devnull",
    ];

    /// <summary>The name of a number; the number itself for one that no kernel has.</summary>
    public static string Name(uint number) => number >= 1 && number <= Names.Length ? Names[number - 1] : $"{number}";
}
