using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Installing;

/// <summary>What became of an installation, for people and programs.</summary>
internal static class OutcomeText
{
    private const int MaxShown = 20;

    /// <summary>Writes it: the files that got another label, and what was left.</summary>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="error">Where warnings go.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="isDryRun">Whether nothing was changed.</param>
    public static void Write(TextWriter output, TextWriter error, InstallationOutcome outcome, bool isDryRun)
    {
        foreach (var file in isDryRun ? outcome.Plan.Paths : outcome.Plan.Paths.Take(MaxShown))
        {
            output.Fields(file.Path, file.Label ?? "no label", $"→ {file.NewLabel}");
        }

        if (!isDryRun && outcome.Plan.Paths.Count > MaxShown)
        {
            output.Line($"and {outcome.Plan.Paths.Count - MaxShown} more files");
        }

        output.Line(outcome.LeavesLabels ? "Labels of files are left as they are: the kernel has not loaded this policy. The next 'typedpolicy install' sets them."
            : $"{outcome.Plan.Paths.Count} {(outcome.Plan.Paths.Count == 1 ? "file" : "files")} {(isDryRun ? "would get another label" : "got another label")}.");
        foreach (var problem in outcome.Failed.Take(MaxShown))
        {
            error.Line($"warning: {problem}");
        }

        foreach (var line in outcome.NotUnderstood)
        {
            error.Line($"warning: The files that only '{line.Pattern}' matches were not looked for. Run restorecon -R on their folder.");
        }

        foreach (var path in outcome.Plan.Unreadable.Take(MaxShown))
        {
            error.Line($"warning: '{path}' could not be read. Run restorecon -R on it.");
        }
    }

    /// <summary>Its JSON.</summary>
    public static object Answer(InstallationOutcome outcome, bool isDryRun) => new
    {
        done = outcome.Succeeded && !isDryRun,
        labelsLeft = outcome.LeavesLabels,
        labels = outcome.Plan.Paths.Select(p => new { p.Path, p.Kind, before = p.Label, after = p.NewLabel }),
        failed = outcome.Failed,
        notLookedFor = outcome.NotUnderstood.Select(l => l.Pattern).Concat(outcome.Plan.Unreadable),
    };
}
