using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>A container as the file of an engine, of Kubernetes or of Compose has it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Where it is described.</param>
internal sealed record ContainerDescription(string Name, Reason Reason)
{
    /// <summary>Files and directories of the host that it sees.</summary>
    public List<ContainerMount> Mounts { get; } = [];

    /// <summary>The ports that it listens on, inside.</summary>
    public List<ContainerPort> Ports { get; } = [];

    /// <summary>Its capabilities, in small letters and without <c>CAP_</c>.</summary>
    public Dictionary<string, Reason> Capabilities { get; } = new(StringComparer.Ordinal);

    /// <summary>Devices of the host.</summary>
    public List<ContainerMount> Devices { get; } = [];

    /// <summary>Why it has the network of the host; null if it has its own.</summary>
    public Reason? HostNetwork { get; set; }

    /// <summary>Why it sees the processes of the host; null if it does not.</summary>
    public Reason? HostProcesses { get; set; }

    /// <summary>Why it has the shared memory and queues of the host; null if it has its own.</summary>
    public Reason? HostIpc { get; set; }

    /// <summary>Why it is privileged; null if it is not.</summary>
    public Reason? Privileged { get; set; }

    /// <summary>What a person should look at.</summary>
    public List<EvidenceNote> Notes { get; } = [];

    /// <summary>Adds the capabilities of a container whose file lists what is added to those of the engine, and what is dropped.</summary>
    /// <param name="added">The added ones.</param>
    /// <param name="dropped">The dropped ones.</param>
    /// <param name="hasDefaults">Whether it has those of the engine: a process that is not root's has none.</param>
    public void TakeCapabilities(EvidenceNode? added, EvidenceNode? dropped, bool hasDefaults)
    {
        var without = dropped?.Items.Select(Capability).ToHashSet(StringComparer.Ordinal) ?? [];
        if (hasDefaults && !without.Contains("all"))
        {
            foreach (var name in DefaultCapabilities.Where(d => !without.Contains(d)))
            {
                Capabilities[name] = Reason with { Text = "The engine gives it where nothing drops it" };
            }
        }

        foreach (var item in added?.Items ?? [])
        {
            Capabilities[Capability(item)] = item.Reason("capability");
        }
    }

    /// <summary>Adds the capabilities that are in effect.</summary>
    public void TakeCapabilities(EvidenceNode? effective)
    {
        foreach (var item in effective?.Items ?? [])
        {
            Capabilities[Capability(item)] = item.Reason("capability");
        }
    }

    // Those of Docker, Podman, containerd and CRI-O, as far as they agree (moby profiles/seccomp and oci/caps, containers-common's containers.conf, containerd's default spec).
    private static readonly string[] DefaultCapabilities =
    [
        "chown", "dac_override", "fowner", "fsetid", "kill", "net_bind_service", "setfcap", "setgid", "setpcap", "setuid", "sys_chroot",
    ];

    private static string Capability(EvidenceNode node)
    {
        var name = (node.Text ?? "").ToLowerInvariant();
        return name.StartsWith("cap_", StringComparison.Ordinal) ? name[4..] : name;
    }
}

/// <summary>A file or directory of the host that a container sees.</summary>
/// <param name="Path">Its path on the host.</param>
/// <param name="IsReadOnly">Whether the container cannot write there.</param>
/// <param name="Reason">Where that is described.</param>
internal sealed record ContainerMount(string Path, bool IsReadOnly, Reason Reason);

/// <summary>A port that a container listens on.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Where that is described.</param>
internal sealed record ContainerPort(string Protocol, int Number, Reason Reason);
