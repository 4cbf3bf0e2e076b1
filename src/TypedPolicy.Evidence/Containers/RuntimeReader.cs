using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>What <c>crictl inspect</c> prints of a container, and a runtime's own description of one (the OCI's <c>config.json</c>, <c>nerdctl inspect --mode=native</c>).</summary>
internal static class RuntimeReader
{
    /// <summary>Reads what <c>crictl inspect</c> prints.</summary>
    /// <param name="root">The container.</param>
    public static ContainerDescription ReadCri(EvidenceNode root)
    {
        var container = new ContainerDescription(root["status", "metadata", "name"]?.Text ?? "", new("", root.File, root.Line));
        foreach (var mount in root["status", "mounts"]?.Items ?? [])
        {
            if (mount["hostPath"] is { Text: { } path } node)
            {
                AddMount(container, path, mount["readonly"] is { IsTrue: true }, node);
            }
        }

        if (root["info", "runtimeSpec"] is { } spec)
        {
            // The mounts of the runtime are those above, and files of the engine.
            Limits(container, spec);
        }

        return container;
    }

    /// <summary>Reads a runtime's description.</summary>
    /// <param name="spec">The description.</param>
    /// <param name="name">What the container is called.</param>
    public static ContainerDescription ReadSpec(EvidenceNode spec, string name)
    {
        var container = new ContainerDescription(name, new("", spec.File, spec.Line));
        foreach (var mount in spec["mounts"]?.Items ?? [])
        {
            if (mount["source"] is { Text: { } path } node && mount["type"]?.Text is null or "bind" or "none")
            {
                AddMount(container, path, mount["options"]?.Items.Any(o => o.Text == "ro") ?? false, node);
            }
        }

        Limits(container, spec);
        return container;
    }

    private static void Limits(ContainerDescription container, EvidenceNode spec)
    {
        container.TakeCapabilities(spec["process", "capabilities", "effective"] ?? spec["process", "capabilities", "bounding"]);
        foreach (var device in spec["linux", "devices"]?.Items ?? [])
        {
            if (device["path"] is { Text: { } path } node)
            {
                container.Devices.Add(new(path, IsReadOnly: false, node.Reason("device")));
            }
        }

        // A namespace that is not listed is the host's.
        if (spec["linux", "namespaces"] is { Items.Count: > 0 } namespaces)
        {
            Reason? Missing(string kind) => namespaces.Items.Any(n => n["type"]?.Text == kind) ? null : namespaces.Reason("namespaces", $"without {kind}");
            container.HostNetwork = Missing("network");
            container.HostProcesses = Missing("pid");
            container.HostIpc = Missing("ipc");
        }
    }

    private static void AddMount(ContainerDescription container, string path, bool isReadOnly, EvidenceNode node) =>
        container.Mounts.Add(new(path, isReadOnly, node.Reason("mount", $"{path}{(isReadOnly ? " (read-only)" : "")}")));
}
