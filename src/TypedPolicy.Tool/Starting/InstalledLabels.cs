using TypedPolicy.Evidence;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Importing;
using FileKind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tool.Starting;

/// <summary>What the policy of this machine has for a service already: a policy that declares its types again, or labels its program again, does not load.</summary>
internal static class InstalledLabels
{
    private const string Executable = "_exec_t";

    /// <summary>The file contexts of this machine; null where no policy is installed.</summary>
    public static FileContexts? Read() =>
        InstalledFolder.Of(HeaderFolder.Usual) is { } root && Path.Combine(root, "contexts", "files", "file_contexts") is var file && File.Exists(file) ? FileContexts.FromFile(file) : null;

    /// <summary>What a person is told of it; none where nothing is installed, or it has nothing for the service.</summary>
    public static IEnumerable<EvidenceNote> Notes(ServicePolicy policy)
    {
        if (Read() is not { } labels)
        {
            yield break;
        }

        var own = policy.Domain[..^"_t".Length] + Executable;
        foreach (var program in policy.Programs)
        {
            if (labels.TypeOf(program, FileKind.File) is { } type && type.EndsWith(Executable, StringComparison.Ordinal) && type != own)
            {
                yield return new("", $"The policy of this machine labels {program} {type} already, and has a domain for it. Add to that domain ([RulesFor<T>]), or remove its module first.");
            }
        }

        if (labels.Lines.Any(l => l.Type == own))
        {
            yield return new("", $"The policy of this machine declares {own} already. Name the class of this one otherwise, with --name, or remove the module that declares it first.");
        }
    }
}
