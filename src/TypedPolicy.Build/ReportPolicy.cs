using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build;

/// <summary>
/// Has the command <c>typedpolicy report</c> write the page of what was built for one target. A page that cannot be written is a warning: the build goes on.
/// </summary>
public sealed class ReportPolicy : PolicyCommand
{
    /// <summary>The command links in a process of its own, which one that is a child itself does not start.</summary>
    public ReportPolicy() => EnvironmentVariables = [];

    /// <summary>The project that was built.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The configuration that was built.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The target whose policy is reported.</summary>
    [Required]
    public string PolicyTarget { get; set; } = "";

    /// <summary>The page.</summary>
    [Required]
    public string Page { get; set; } = "";

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendFileNameIfNotNull(Tool);
        line.AppendSwitch("report");
        line.AppendFileNameIfNotNull(ProjectFile);
        if (Configuration.Length > 0)
        {
            line.AppendSwitchIfNotNull("--configuration ", Configuration);
        }

        line.AppendSwitchIfNotNull("--target ", PolicyTarget);
        line.AppendSwitchIfNotNull("--output ", Page);
        return line.ToString();
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        Log.Warning(ErrorIds.NotVerified, $"The report for {PolicyTarget} was not written. {(ExitCode == NoRuntime ? NeedsRuntime : Said())}", ProjectFile);
        return true;
    }
}
