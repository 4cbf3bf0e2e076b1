using System.Globalization;
using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>What <c>podman inspect</c>, <c>docker inspect</c> and <c>nerdctl inspect</c> print of a container.</summary>
internal static class EngineReader
{
    /// <summary>Reads it.</summary>
    /// <param name="root">The container.</param>
    public static ContainerDescription Read(EvidenceNode root)
    {
        var container = new ContainerDescription(root["Name"]?.Text?.TrimStart('/') ?? "", new("", root.File, root.Line));
        var host = root["HostConfig"];
        foreach (var mount in root["Mounts"]?.Items ?? [])
        {
            // A volume of the engine has the type of the containers' files.
            if (mount["Type"]?.Text is null or "bind" && mount["Source"] is { Text: { } source } node)
            {
                var isReadOnly = mount["RW"] is { } written ? !written.IsTrue : mount["Mode"]?.Text is "ro";
                container.Mounts.Add(new(source, isReadOnly, node.Reason("mount", $"{source}{(isReadOnly ? " (read-only)" : "")}")));
            }
        }

        foreach (var device in host?["Devices"]?.Items ?? [])
        {
            if (device["PathOnHost"] is { Text: { } path } node)
            {
                container.Devices.Add(new(path, device["CgroupPermissions"]?.Text is "r" or "rm", node.Reason("device")));
            }
        }

        var ports = root["NetworkSettings", "Ports"] is { Members.Count: > 0 } published ? published : host?["PortBindings"] is { Members.Count: > 0 } bound ? bound : root["Config", "ExposedPorts"];
        foreach (var (key, node) in ports?.Members ?? new Dictionary<string, EvidenceNode>())
        {
            AddPort(container, key, node.Reason("port", key));
        }

        // Podman prints what is in effect; the others what was asked for.
        if (root["EffectiveCaps"] is { } effective)
        {
            container.TakeCapabilities(effective);
        }
        else
        {
            container.TakeCapabilities(host?["CapAdd"], host?["CapDrop"], hasDefaults: root["Config", "User"]?.Text is null or "0" or "root" or "0:0" or "root:root");
        }

        container.HostNetwork = Shared(host?["NetworkMode"]);
        container.HostProcesses = Shared(host?["PidMode"]);
        container.HostIpc = Shared(host?["IpcMode"]);
        container.Privileged = host?["Privileged"] is { IsTrue: true } privileged ? privileged.Reason("privileged") : null;
        return container;

        static Reason? Shared(EvidenceNode? mode) => mode is { Text: "host" } ? mode.Reason("mode") : null;
    }

    /// <summary>Adds a port that is written as <c>80/tcp</c>.</summary>
    public static void AddPort(ContainerDescription container, string text, Reason reason)
    {
        var (number, protocol) = text.Split('/') is [var left, var right] ? (left, right.ToLowerInvariant()) : (text, "tcp");
        var (first, last) = number.Split('-') is [var low, var high] ? (low, high) : (number, number);
        if (container.Ports.Count > 2 * 65_535)
        {
            return; // each has been named
        }

        if (protocol is "tcp" or "udp" && Number(first) is { } from && Number(last) is { } to && to >= from && to - from <= MaxPorts)
        {
            for (var port = from; port <= to; port++)
            {
                container.Ports.Add(new(protocol, port, reason));
            }
        }
        else
        {
            container.Notes.Add(new(reason.Place, $"No rule was made of port '{text}'. Name a port of tcp or udp, or a range of at most {MaxPorts}."));
        }
    }

    private const int MaxPorts = 100;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;
}
