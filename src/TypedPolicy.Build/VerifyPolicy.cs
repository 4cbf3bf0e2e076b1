using System.Collections;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Build;

/// <summary>
/// Has the command <c>typedpolicy verify</c> link the policy of one target with its base, in a process of its own, and reports what libsepol
/// rejects as errors at the C# lines. Reports once in a build what was not verified where libsepol, or a runtime for the command, is not there.
/// </summary>
public sealed class VerifyPolicy : PolicyCommand
{
    private const int Rejected = 1;
    private const int NotDone = 4;

    // typedpolicy verify --format msbuild writes these lines. The path may hold anything; the place is at its end.
    private static readonly Regex Finding = new(@"^(?:(?<file>.+)\((?<line>[0-9]{1,9})(?:,(?<column>[0-9]{1,9}))?\)|typedpolicy): (?:error TP9001|(?<warning>warning TP9027)): (?<text>.*)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly string[] RuntimeFailures = ["Unhandled exception", "Stack overflow.", "Fatal error.", "Process terminated.", "Out of memory."];

    private bool _verified = true;

    /// <summary>The policy files, relative to <see cref="StagingDirectory"/>; the metadata <c>IsOwn</c> tells whether this project made one.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The target that they are for.</summary>
    [Required]
    public string PolicyTarget { get; set; } = "";

    /// <summary>What to link with; those with the metadata <c>PolicyTarget</c> are for that target alone. None: the embedded base.</summary>
    public ITaskItem[] Bases { get; set; } = [];

    /// <summary><c>auto</c>, or <c>true</c> where a build without this check is to fail.</summary>
    [Required]
    public string Mode { get; set; } = "";

    /// <summary>The warnings that the project does not want.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>The project that reports, once in a build, that policy was not verified.</summary>
    [Required]
    public string Notice { get; set; } = "";

    /// <summary>The project's folder, which the line marks are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The project, where an error that has no other place is reported.</summary>
    public string? ProjectFile { get; set; }

    /// <summary>The folder below <c>obj</c> that the policy is laid out in.</summary>
    [Required]
    public string StagingDirectory { get; set; } = "";

    /// <summary>Whether the policy was verified, as one item, <c>true</c> or <c>false</c>.</summary>
    [Output]
    public ITaskItem[] Verified => [new TaskItem(_verified ? "true" : "false")];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!File.Exists(Tool))
        {
            return NotVerified($"'{Tool}' is missing. Restore the TypedPolicy package again.");
        }

        SayOfBase();
        return base.Execute();
    }

    // Only where there is something to link: a build that changed nothing is silent.
    private void SayOfBase()
    {
        var bases = Bases.Where(IsForTarget).ToList();
        if (bases.FirstOrDefault(b => b.GetMetadata("IsInstalled") == "true") is { } installed)
        {
            Log.MessageOnce(BuildEngine4, $"The policy is linked with the {PolicyTarget} policy that is installed in {installed.ItemSpec}. To leave it out, set TypedPolicyUseInstalledPolicy to false.");
        }
        else if (bases.Count == 0)
        {
            Log.MessageOnce(BuildEngine4, $"No policy of {PolicyTarget} was found to link with, so names and neverallow rules of the base policy are not checked. To check them, name its modules or policy store: <PolicyBase Include=\"PATH\" />.");
        }
    }

    private bool IsForTarget(ITaskItem policyBase) =>
        KnownTargets.Parse(policyBase.GetMetadata("PolicyTarget")) is var targets && (targets.Count == 0 || targets.Contains(PolicyTarget, StringComparer.Ordinal));

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendFileNameIfNotNull(Tool);
        line.AppendSwitch("verify");
        line.AppendSwitchIfNotNull("--format ", "msbuild");
        line.AppendSwitchIfNotNull("--project-directory ", ProjectDirectory);
        line.AppendSwitchIfNotNull("--cache ", Path.Combine(StagingDirectory, ".verified-" + PolicyTarget));
        line.AppendSwitchIfNotNull("--target ", PolicyTarget);
        foreach (var policyBase in Bases.Where(IsForTarget))
        {
            line.AppendSwitchIfNotNull("--base ", policyBase.GetMetadata("FullPath"));
        }

        foreach (var file in Files)
        {
            line.AppendSwitchIfNotNull(file.GetMetadata("IsOwn") == "true" ? "--policy " : "--upstream ", Path.Combine(StagingDirectory, file.ItemSpec));
        }

        return line.ToString();
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (Finding.Match(singleLine) is not { Success: true } finding)
        {
            base.LogEventsFromTextOutput(singleLine, messageImportance);
            return;
        }

        var text = $"{finding.Groups["text"].Value} [{PolicyTarget}]";
        var file = finding.Groups["file"].Success ? finding.Groups["file"].Value : null;
        var (row, column) = (Number(finding.Groups["line"]), Number(finding.Groups["column"]));
        if (finding.Groups["warning"].Success)
        {
            Log.Warning(ErrorIds.BreaksBase, text, file, row, column);
        }
        else
        {
            Log.Error(ErrorIds.Rejected, text, file, row, column);
        }
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        switch (ExitCode)
        {
            case Rejected when Log.HasLoggedErrors:
                return false;
            case NotDone:
                return NotVerified(Said());
            case NoRuntime:
                return NotVerified(NeedsRuntime);
            case > 128:
                Log.Error(ErrorIds.Rejected, Crash(), ProjectFile);
                return false;
            default:
                // libsepol ends its process with 1 and no word where malloc gives it nothing.
                Log.Error(ErrorIds.BaseNotReadable, $"The policy for {PolicyTarget} cannot be verified: {(ExitCode == Rejected && Said().Length == 0 ? "Linking ran out of memory." : Said())}", ProjectFile);
                return false;
        }
    }

    // Managed code that fails ends by a signal as well, but the runtime writes why.
    private string Crash() => Said() is var said && RuntimeFailures.Any(said.Contains)
        ? FormattableString.Invariant($"typedpolicy itself failed while linking the policy for {PolicyTarget} (exit code {ExitCode}). {said}")
        : FormattableString.Invariant($"libsepol crashed while linking the policy for {PolicyTarget} (exit code {ExitCode}). {said}");

    private bool NotVerified(string why)
    {
        _verified = false;
        var text = $"The policy was not verified: errors that secilc or semodule would report are not detected. {why} To hide this warning, add TP9002 to NoWarn; TypedPolicyVerify=false switches verification off on every machine.";
        if (string.Equals(Mode, "true", StringComparison.OrdinalIgnoreCase))
        {
            Log.Error(ErrorIds.NotVerified, text, ProjectFile);
            return false;
        }

        if (NoWarn.Split(';', ',', ' ').Contains(ErrorIds.NotVerified))
        {
            Log.Message(MessageImportance.Low, text);
            return true;
        }

        return Say(text);
    }

    // A machine has it or lacks it, so one project reports it for the whole build. A project that is the same for all of them is built once in a build, on
    // whichever node: what is registered with a node or lies in memory would say it once for each node.
    private bool Say(string text)
    {
        var properties = ((IBuildEngine6)BuildEngine).GetGlobalProperties();
        return BuildEngine3.BuildProjectFilesInParallel(
            [Notice],
            ["Say"],
            [new Hashtable { ["TypedPolicyNotVerified"] = MSBuildText.Escape(PlainText.Line(text)) }],
            [[.. properties.Keys]],
            [null],
            returnTargetOutputs: false).Result;
    }

    private static int Number(Group group) => int.TryParse(group.Value, out var number) ? number : 0;
}
