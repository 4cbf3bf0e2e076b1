using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>A Pod of Kubernetes, or what makes Pods: its containers as one, as they share what the kubelet labels.</summary>
internal static class KubernetesReader
{
    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>Reads it; null if it is of a kind that runs no containers.</summary>
    /// <param name="root">The object.</param>
    public static ContainerDescription? Read(EvidenceNode root)
    {
        var pod = root["kind"]?.Text switch
        {
            "Pod" => root["spec"],
            "PodTemplate" => root["template", "spec"],
            "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet" or "ReplicationController" or "Job" => root["spec", "template", "spec"],
            "CronJob" => root["spec", "jobTemplate", "spec", "template", "spec"],
            _ => null,
        };
        if (pod is null)
        {
            return null;
        }

        var container = new ContainerDescription(root["metadata", "name"]?.Text ?? root["metadata", "generateName"]?.Text?.TrimEnd('-') ?? "", new("", root.File, root.Line))
        {
            HostNetwork = On(pod["hostNetwork"], "hostNetwork"),
            HostProcesses = On(pod["hostPID"], "hostPID"),
            HostIpc = On(pod["hostIPC"], "hostIPC"),
        };
        var volumes = new Dictionary<string, EvidenceNode>(StringComparer.Ordinal);
        foreach (var volume in pod["volumes"]?.Items ?? [])
        {
            // Other volumes the kubelet makes, and labels for the pod.
            if (volume["name"]?.Text is { } name && volume["hostPath", "path"] is { Text: not null } path)
            {
                volumes.TryAdd(name, path);
            }
        }

        var members = Lists.SelectMany(list => pod[list]?.Items ?? []).ToList();
        foreach (var member in members)
        {
            Add(container, member, pod["securityContext"], volumes);
        }

        if (members.Count > 1)
        {
            container.Notes.Add(new("", $"The {members.Count} containers of the pod run in one domain. Where one of them is to have less, give it a domain of its own in its securityContext."));
        }

        return container;
    }

    private static void Add(ContainerDescription container, EvidenceNode member, EvidenceNode? ofPod, Dictionary<string, EvidenceNode> volumes)
    {
        foreach (var port in member["ports"]?.Items ?? [])
        {
            if (port["containerPort"] is { Text: { } number } node)
            {
                EngineReader.AddPort(container, $"{number}/{port["protocol"]?.Text ?? "tcp"}", node.Reason("containerPort"));
            }
        }

        foreach (var mount in (member["volumeMounts"]?.Items ?? []).Concat(member["volumeDevices"]?.Items ?? []))
        {
            if (mount["name"]?.Text is { } name && volumes.GetValueOrDefault(name) is { Text: { } path } volume)
            {
                var isReadOnly = mount["readOnly"] is { IsTrue: true };
                var reason = volume.Reason("hostPath", $"{path}{(isReadOnly ? " (read-only)" : "")}");
                (path.StartsWith("/dev/", StringComparison.Ordinal) ? container.Devices : container.Mounts).Add(new(path, isReadOnly, reason));
            }
        }

        var limits = member["securityContext"];
        var user = limits?["runAsUser"]?.Text ?? ofPod?["runAsUser"]?.Text;
        var isNotRoot = (limits?["runAsNonRoot"] ?? ofPod?["runAsNonRoot"]) is { IsTrue: true } || user is not null and not "0";
        container.TakeCapabilities(limits?["capabilities", "add"], limits?["capabilities", "drop"], hasDefaults: !isNotRoot);
        container.Privileged ??= On(limits?["privileged"], "privileged");
    }

    private static Reason? On(EvidenceNode? node, string what) => node is { IsTrue: true } ? node.Reason(what) : null;
}
