namespace TypedPolicy.Evidence.Containers;

/// <summary>A service of a Compose file.</summary>
internal static class ComposeReader
{
    /// <summary>Reads it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="service">The service.</param>
    public static ContainerDescription Read(string name, EvidenceNode service)
    {
        var container = new ContainerDescription(service["container_name"]?.Text ?? name, new("", service.File, service.Line));
        foreach (var volume in service["volumes"]?.Items ?? [])
        {
            if (volume.Text is { } text)
            {
                // HOST:CONTAINER:MODE; a name in place of a path is a volume of the engine.
                var parts = text.Split(':');
                if (parts.Length > 1)
                {
                    Mount(container, parts[0], parts.Length > 2 && parts[2].Split(',').Contains("ro"), volume);
                }
            }
            else if (volume["type"]?.Text is "bind" && volume["source"] is { Text: { } source } node)
            {
                Mount(container, source, volume["read_only"] is { IsTrue: true }, node);
            }
        }

        foreach (var device in service["devices"]?.Items ?? [])
        {
            var parts = (device.Text ?? device["source"]?.Text ?? "").Split(':');
            container.Devices.Add(new(parts[0], parts.Length > 2 && parts[2] is "r" or "rm", device.Reason("device", parts[0])));
        }

        foreach (var port in (service["ports"]?.Items ?? []).Concat(service["expose"]?.Items ?? []))
        {
            // ADDRESS:HOST:CONTAINER/PROTOCOL, or a mapping.
            var text = port.Text ?? $"{port["target"]?.Text}/{port["protocol"]?.Text ?? "tcp"}";
            EngineReader.AddPort(container, text[(text.LastIndexOf(':') + 1)..], port.Reason("port", text));
        }

        container.TakeCapabilities(service["cap_add"], service["cap_drop"], hasDefaults: service["user"]?.Text is null or "0" or "root" or "0:0" or "root:root");
        container.HostNetwork = service["network_mode"] is { Text: "host" } network ? network.Reason("network_mode") : null;
        container.HostProcesses = service["pid"] is { Text: "host" } processes ? processes.Reason("pid") : null;
        container.HostIpc = service["ipc"] is { Text: "host" } ipc ? ipc.Reason("ipc") : null;
        container.Privileged = service["privileged"] is { IsTrue: true } privileged ? privileged.Reason("privileged") : null;
        return container;
    }

    private static void Mount(ContainerDescription container, string path, bool isReadOnly, EvidenceNode node)
    {
        if (path.StartsWith('/'))
        {
            container.Mounts.Add(new(path, isReadOnly, node.Reason("volume", $"{path}{(isReadOnly ? " (read-only)" : "")}")));
        }
        else if (path.StartsWith('.') || path.StartsWith('~') || path.Contains('$', StringComparison.Ordinal))
        {
            container.Notes.Add(new($"{node.File}:{node.Line}", $"No label was made for '{path}': where it is depends on the folder or the environment of who starts it. Write the path that it has on the host."));
        }
    }
}
