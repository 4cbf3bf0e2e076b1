using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Tool.Installing;

/// <summary>How a system stands to the modules of a build.</summary>
/// <param name="Modules">Each module.</param>
/// <param name="Permissive">Domains of the modules whose processes are not denied anything.</param>
/// <param name="WrongLabels">Files that the installed modules label, and that have another label.</param>
/// <param name="IsUnfinished">Whether an installation was ended before it had set every label.</param>
internal sealed record HostStatus(IReadOnlyList<ModuleState> Modules, IReadOnlyList<string> Permissive, RelabelPlan WrongLabels, bool IsUnfinished)
{
    // semanage permissive -a greeter_t
    private const string PermissiveModule = "permissive_";

    /// <summary>Whether all is as the build has it.</summary>
    public bool IsAsBuilt => !IsUnfinished && Permissive.Count == 0 && WrongLabels.Paths.Count == 0 && Modules.All(m => m is { IsSame: true, IsDisabled: false, Hiding: null });

    /// <summary>Finds out.</summary>
    public static HostStatus Of(IReadOnlyList<PolicySource> modules, PolicyHost host, int? priority)
    {
        var states = ModuleState.Of(modules, host, priority);
        var installed = states.Select(s => s.Installed).OfType<InstalledModule>().Where(m => !m.IsDisabled).Select(m => m.Source).Where(s => s.Kind == PolicySourceKind.Cil).Select(ModuleFacts.Of).ToList();
        var types = installed.SelectMany(f => f.Types).ToHashSet(StringComparer.Ordinal);
        var permissive = installed.SelectMany(f => f.PermissiveTypes)
            .Concat(InstalledModule.In(host).Where(m => !m.IsDisabled && m.Name.StartsWith(PermissiveModule, StringComparison.Ordinal)).Select(m => m.Name[PermissiveModule.Length..]).Where(types.Contains));
        return new(states, [.. permissive.Distinct().Order(StringComparer.Ordinal)], Wrong(installed, types, host), new PendingContexts(host).Any);
    }

    // Those whose label would be another one without the modules.
    private static RelabelPlan Wrong(IReadOnlyList<ModuleFacts> installed, HashSet<string> types, PolicyHost host)
    {
        if (installed.Count == 0 || !File.Exists(host.FileContexts))
        {
            return new([], []);
        }

        var patterns = installed.SelectMany(f => f.LabelledPaths).ToHashSet(StringComparer.Ordinal);
        var contexts = FileContexts.FromFile(host.FileContexts);
        return RelabelPlan.Of(host, new([contexts.Without(l => patterns.Contains(l.Pattern) || (l.Type is { } type && types.Contains(type)))], contexts));
    }
}
