using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Tool.Installing;

/// <summary>A module of a build, and what a system has of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; null where it is not made from C#.</param>
/// <param name="Installed">The module of its name at the priority that is asked about; null if there is none.</param>
/// <param name="InstalledVersion">The version of that.</param>
/// <param name="IsSame">Whether that is the same, byte for byte.</param>
/// <param name="Hiding">The module of its name and a higher priority, which counts in its place; null if there is none.</param>
internal sealed record ModuleState(string Name, string? Version, InstalledModule? Installed, string? InstalledVersion, bool IsSame, InstalledModule? Hiding)
{
    /// <summary>Whether an administrator disabled its name.</summary>
    public bool IsDisabled => Installed?.IsDisabled == true;

    /// <summary>The states of some modules.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="host">The system.</param>
    /// <param name="priority">The priority; the one that counts where it is null.</param>
    public static IReadOnlyList<ModuleState> Of(IReadOnlyList<PolicySource> modules, PolicyHost host, int? priority)
    {
        var all = InstalledModule.In(host).ToLookup(m => m.Name, StringComparer.Ordinal);
        return [.. modules.Select(m => Of(m, [.. all[ChosenModules.NameOf(m)]], priority))];
    }

    private static ModuleState Of(PolicySource module, IReadOnlyList<InstalledModule> named, int? priority)
    {
        var installed = named.FirstOrDefault(n => n.Priority == (priority ?? n.Priority));
        var source = installed?.Source;
        return new(
            ChosenModules.NameOf(module),
            InstalledModule.VersionOf(module),
            installed,
            source is null ? null : InstalledModule.VersionOf(source),
            source is not null && source.Content.Span.SequenceEqual(module.Content.Span),
            named.FirstOrDefault(n => installed is not null && n.Priority > installed.Priority));
    }

    /// <summary>What an installation makes of it.</summary>
    public string Change => Installed is null ? Named("installed", Version) : Replacement;

    /// <summary>What an installation would make of it.</summary>
    public string PlannedChange => Installed is null ? Named("would be installed", Version) : Replacement;

    private string Replacement =>
        IsSame ? Named("unchanged", Version)
        : Version == InstalledVersion ? Named("replaced by the same version", Version)
        : $"{InstalledVersion ?? "unknown version"} → {Version ?? "unknown version"}";

    /// <summary>How it stands.</summary>
    public string Text => Installed is null ? "not installed"
        : string.Join(", ", new[]
        {
            Named("installed", InstalledVersion) + $" at priority {Installed.Priority}",
            IsSame ? "equals the build" : Version is null ? "differs from the build" : $"differs from the build, which is {Version}",
            IsDisabled ? "disabled" : "",
            Hiding is null ? "" : $"hidden by the module of this name at priority {Hiding.Priority}",
        }.Where(t => t.Length > 0));

    private static string Named(string what, string? version) => version is null ? what : $"{what} ({version})";
}
