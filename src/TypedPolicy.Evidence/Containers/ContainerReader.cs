using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>Finds out what describes a container, and reads it.</summary>
internal static class ContainerReader
{
    private const string Known = "Name what podman, docker, nerdctl or crictl inspect prints, a Pod or what makes Pods in YAML, or a Compose file.";

    /// <summary>The container of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">Which of several; null where there is one.</param>
    /// <param name="problem">Why there is none.</param>
    public static ContainerDescription? Read(EvidenceFile file, string? service, out string? problem)
    {
        var documents = EvidenceTree.Read(file, out problem);
        if (problem is not null)
        {
            return null;
        }

        // A List of Kubernetes and the array of an engine are several.
        var found = documents.SelectMany(d => d.Items.Count > 0 ? d.Items : d["items"] is { Items.Count: > 0 } list && d["kind"]?.Text is "List" ? list.Items : [d]).SelectMany(Of).ToList();
        var all = service is null ? found : found.FindAll(c => c.Name == service);
        problem = found.Count == 0 ? $"{file.Name} describes no container. {Known}"
            : all.Count == 0 ? $"{file.Name} has no '{service}'. It has {string.Join(", ", found.Select(c => c.Name))}."
            : all.Count > 1 ? $"{file.Name} describes {all.Count} containers: {string.Join(", ", all.Select(c => c.Name))}. Choose one with --service."
            : null;
        return problem is null ? all[0] : null;
    }

    private static IEnumerable<ContainerDescription> Of(EvidenceNode root)
    {
        if (root["kind"] is not null && root["apiVersion"] is not null)
        {
            return KubernetesReader.Read(root) is { } pod ? [pod] : [];
        }

        return root["status", "metadata"] is not null ? [RuntimeReader.ReadCri(root)]
            : root["Spec"] is { } spec ? [RuntimeReader.ReadSpec(spec, root["ID"]?.Text ?? "")]
            : root["ociVersion"] is not null ? [RuntimeReader.ReadSpec(root, root["hostname"]?.Text ?? "")]
            : root["HostConfig"] is not null || root["Config"] is not null ? [EngineReader.Read(root)]
            : root["services"] is { } services ? services.Members.Select(s => ComposeReader.Read(s.Key, s.Value))
            : [];
    }
}
