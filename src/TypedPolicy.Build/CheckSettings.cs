using Microsoft.Build.Framework;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>Reports properties and metadata whose value means nothing, and proposes the one that was probably meant.</summary>
public sealed class CheckSettings : Microsoft.Build.Utilities.Task
{
    /// <summary>The properties of the project, each with its value in the metadata <c>Value</c>.</summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The bases that the policy is linked with.</summary>
    public ITaskItem[] PolicyBases { get; set; } = [];

    /// <summary>The headers that the project has the interfaces of.</summary>
    public ITaskItem[] PolicyHeaders { get; set; } = [];

    /// <summary>The targets of the project.</summary>
    public string Targets { get; set; } = "";

    /// <summary>The project, where the error is reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var setting in Settings)
        {
            var value = setting.GetMetadata("Value");
            if (value.Length > 0 && ProjectSettings.All.FirstOrDefault(s => s.Name == setting.ItemSpec) is { } known)
            {
                Check(known, value);
            }
        }

        CheckTargetsOfBases();
        foreach (var installed in PolicyHeaders.Select(b => b.GetMetadata("Installed")).Where(i => i.Length > 0 && !Directory.Exists(i)))
        {
            Error($"Invalid value '{installed}' for Installed of PolicyHeaders: there is no such folder. Name the root of the installed policy, such as /etc/selinux/targeted.");
        }

        return !Log.HasLoggedErrors;
    }

    private void Check(ProjectSetting setting, string value)
    {
        if (setting.Name == "TypedPolicyNamesNamespace")
        {
            if (!value.Split('.').All(part => part.Length > 0 && !char.IsDigit(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c == '_')))
            {
                Error($"Invalid value '{value}' for {setting.Name}. Write a C# namespace, such as Example.Policy.");
            }

            return;
        }

        if (setting.Values.Length > 0 && !setting.Values.Contains(value, setting.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
        {
            var near = Similar.To(value.ToLowerInvariant(), setting.Values);
            Error($"Invalid value '{value}' for {setting.Name}.{DidYouMean(near)} Use {Choice(setting.Values)}.");
        }
    }

    private void CheckTargetsOfBases()
    {
        var targets = KnownTargets.Parse(Targets);
        var used = PolicyBases.Length == 0;
        foreach (var item in PolicyBases)
        {
            var named = KnownTargets.Parse(item.GetMetadata("PolicyTarget"));
            foreach (var name in named.Where(name => !KnownTargets.All.Contains(name, StringComparer.Ordinal)))
            {
                Error($"Invalid value '{name}' for PolicyTarget of PolicyBase '{item.ItemSpec}'.{DidYouMean(KnownTargets.Near(name))} Use {Choice(KnownTargets.All)}.");
                used = true;
            }

            used |= named.Count == 0 || named.Intersect(targets, StringComparer.Ordinal).Any();
        }

        if (!used)
        {
            Log.Warning(
                ErrorIds.UnknownProperty,
                $"No PolicyBase item is for a target of this project, so none is used: set its PolicyTarget, or add one. The project is for {string.Join(", ", targets)}, the items are for {string.Join(", ", PolicyBases.SelectMany(b => KnownTargets.Parse(b.GetMetadata("PolicyTarget"))).Distinct(StringComparer.Ordinal))}.",
                ProjectFile);
        }
    }

    private void Error(string text) => Log.Error(ErrorIds.UnknownSetting, text, ProjectFile);

    private static string DidYouMean(string? near) => near is null ? "" : $" Did you mean '{near}'?";

    private static string Choice(IReadOnlyList<string> words) => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[words.Count - 1]}";
}
