using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TypedPolicy.Targets;

namespace TypedPolicy.Build;

/// <summary>
/// Decides which targets a project is for, and which policy of this machine it is linked with. What the project names comes first; then the base that it names: its
/// headers, their bindings in a package, the policy to link with; then the policy that is installed here, or the headers where there is none that can be read; then el9.
/// </summary>
public sealed class FindTargets : Microsoft.Build.Utilities.Task
{
    private const string Default = "el9";
    private const string Bindings = "TypedPolicy.Base.";

    /// <summary>The value of TypedPolicyTargets; empty if the project names none.</summary>
    public string Named { get; set; } = "";

    /// <summary>The headers that the project has the interfaces of.</summary>
    public ITaskItem[] PolicyHeaders { get; set; } = [];

    /// <summary>The bases that the policy is linked with.</summary>
    public ITaskItem[] PolicyBases { get; set; } = [];

    /// <summary>The names of the packages and projects that the project references.</summary>
    public string[] References { get; set; } = [];

    /// <summary>Files beside the sources; those that are indexes of a base, which come with its bindings, tell its target.</summary>
    public ITaskItem[] AdditionalFiles { get; set; } = [];

    /// <summary>Whether the policy that is installed on this machine counts.</summary>
    public bool UseInstalled { get; set; }

    /// <summary>Whether the headers that are installed on this machine count, where no policy is that can be read.</summary>
    public bool UseInstalledHeaders { get; set; }

    /// <summary>The root of the system whose installed policy counts.</summary>
    public string Root { get; set; } = "/";

    /// <summary>The project, where warnings are reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The targets, separated by commas.</summary>
    [Output]
    public string Targets { get; set; } = "";

    /// <summary>The policy of this machine, where the policy is linked with that: one item, with the target in the metadata <c>PolicyTarget</c>.</summary>
    [Output]
    public ITaskItem[] InstalledBase { get; set; } = [];

    /// <summary>The target among those of the project that its headers are of; the first one if that is not known.</summary>
    [Output]
    public string HeadersTarget { get; set; } = "";

    /// <summary>The headers of this machine, for a project that names no base where there is no policy that can be read: one item, named after the target that they are for.</summary>
    [Output]
    public ITaskItem[] HeadersOfMachine { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var all = Bases().ToList();
        var bases = all.Where(b => b.Candidates.Count > 0).ToList();
        var policy = UseInstalled || UseInstalledHeaders ? InstalledPolicy.Find(Root) : null;
        var installed = UseInstalled ? policy : null;
        var headers = UseInstalledHeaders && all.Count == 0 && policy is null ? InstalledHeaders.Find(Root) : null;
        Targets = Named.Length > 0 ? Named : Found(bases, installed, headers);
        var targets = KnownTargets.Parse(Targets);
        foreach (var (what, candidates, meant) in bases)
        {
            var named = meant.Count > 0 ? meant : targets;
            if (!named.Intersect(candidates, StringComparer.Ordinal).Any() && !(named.Contains("refpolicy") && candidates.Contains("debian12")))
            {
                Log.Warning(
                    ErrorIds.BaseOfAnotherTarget,
                    $"{(meant.Count > 0 ? "PolicyTarget" : "TypedPolicyTargets")} is {string.Join(", ", named)}, but {what} {(what.StartsWith("the headers", StringComparison.Ordinal) ? "are" : "is")} of {candidates[0]}. " +
                    $"Labels and names would not match: set it to {candidates[0]}, or reference the base of {named[0]}.",
                    ProjectFile);
            }
        }

        NameHeaders(PolicyHeaders.Length > 0 ? all[0].Candidates : [], targets);
        if (installed is not null && targets.Contains(installed.Target, StringComparer.Ordinal) && !PolicyBases.Any(b => IsFor(b, installed.Target)))
        {
            InstalledBase = [new TaskItem(installed.Path, new Dictionary<string, string> { ["PolicyTarget"] = installed.Target, ["IsInstalled"] = "true" })];
        }

        if (headers?.TargetAmong(targets) is { } target)
        {
            HeadersOfMachine = [new TaskItem(headers.Path, new Dictionary<string, string> { ["Name"] = target, ["IsOfMachine"] = "true" })];
        }

        return true;
    }

    private void NameHeaders(IReadOnlyList<string> candidates, IReadOnlyList<string> targets)
    {
        var own = candidates.FirstOrDefault(c => targets.Contains(c, StringComparer.Ordinal));
        HeadersTarget = own ?? targets.FirstOrDefault() ?? Default;
        if (own is not null && targets.Except(candidates, StringComparer.Ordinal).ToList() is { Count: > 0 } others)
        {
            Log.Message(MessageImportance.High, $"The interfaces are those of {own}'s headers. The policy of {string.Join(", ", others)} is written with them too, and may name types that are missing there.");
        }
    }

    private string Found(List<(string What, IReadOnlyList<string> Candidates, IReadOnlyList<string> Meant)> bases, InstalledPolicy? installed, InstalledHeaders? headers)
    {
        if (bases.FirstOrDefault() is { What: { } what } first)
        {
            // A guess is reported: headers that lie elsewhere than in their system tell their family alone.
            var isGuess = first.Candidates.Count > 1;
            Log.Message(
                isGuess ? MessageImportance.High : MessageImportance.Normal,
                isGuess ? $"{Path.GetFileNameWithoutExtension(ProjectFile)} names no target, and {what} can belong to any of {string.Join(", ", first.Candidates)}, so it is built for {first.Candidates[0]}. To build for another, set <TypedPolicyTargets>."
                : $"The target is {first.Candidates[0]}, taken from {what}. To build for another, set <TypedPolicyTargets>.");
            return first.Candidates[0];
        }

        if ((installed?.Target ?? headers?.Targets[0]) is { } target)
        {
            // A build that depends on the machine reports it.
            Log.Message(
                target == Default ? MessageImportance.Normal : MessageImportance.High,
                $"{Path.GetFileNameWithoutExtension(ProjectFile)} names no target, so it is built for {target}, whose {(installed is null ? "headers are" : "policy is")} installed on this machine. To build for {target} on every machine, set <TypedPolicyTargets>{target}</TypedPolicyTargets>.");
            return target;
        }

        return Default;
    }

    private IEnumerable<(string What, IReadOnlyList<string> Candidates, IReadOnlyList<string> Meant)> Bases()
    {
        foreach (var headers in PolicyHeaders)
        {
            var found = BaseIdentity.OfHeaders(headers.GetMetadata("FullPath"), headers.GetMetadata("Installed"));
            var name = headers.GetMetadata("Name");
            yield return ($"the headers in '{headers.ItemSpec}'", found.Count == 0 && KnownTargets.All.Contains(name, StringComparer.Ordinal) ? [name] : found, []);
        }

        foreach (var reference in References.Where(r => r.StartsWith(Bindings, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var name = reference.Substring(Bindings.Length).ToLowerInvariant();
            yield return ($"the package {reference}", KnownTargets.All.Contains(name, StringComparer.Ordinal) ? [name] : [], []);
        }

        foreach (var index in AdditionalFiles.Where(f => f.ItemSpec.EndsWith(".sepolidx", StringComparison.OrdinalIgnoreCase)))
        {
            yield return ($"the index '{Path.GetFileName(index.ItemSpec)}'", BaseIdentity.OfIndex(index.GetMetadata("FullPath")), []);
        }

        foreach (var policy in PolicyBases)
        {
            yield return ($"the policy in '{policy.ItemSpec}'", BaseIdentity.OfInstalled(policy.GetMetadata("FullPath")), KnownTargets.Parse(policy.GetMetadata("PolicyTarget")));
        }
    }

    private static bool IsFor(ITaskItem policyBase, string target) =>
        KnownTargets.Parse(policyBase.GetMetadata("PolicyTarget")) is var targets && (targets.Count == 0 || targets.Contains(target, StringComparer.Ordinal));
}
