using System.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build;

/// <summary>Runs the command <c>typedpolicy</c> in a process of its own, by the <c>dotnet</c> that runs the build.</summary>
public abstract class PolicyCommand : ToolTask
{
    /// <summary>How the host ends where no runtime of the version is installed (FrameworkMissingFailure, the low byte of 0x80008096).</summary>
    protected const int NoRuntime = 0x96;

    /// <summary>What to say of that.</summary>
    protected const string NeedsRuntime = "The command that does it needs the .NET 10 runtime, which is not installed.";

    // The command takes it for the number of the process that it must not outlive.
    private const string ParentVariable = "TYPEDPOLICY_PARENT";

    private readonly List<string> _said = [];

    /// <summary>Allows the command ten minutes, and the build to go on with other projects. The command ends when this process does.</summary>
    protected PolicyCommand()
    {
        (Timeout, YieldDuringToolExecution) = (600_000, true);
        using var current = Process.GetCurrentProcess();
        EnvironmentVariables = [FormattableString.Invariant($"{ParentVariable}={current.Id}")];
    }

    /// <summary>The assembly of the command.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The program <c>dotnet</c>; (default: the one on the path).</summary>
    public string? DotnetHost { get; set; }

    /// <inheritdoc/>
    protected override string ToolName => Path.DirectorySeparatorChar == '\\' ? "dotnet.exe" : "dotnet";

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => string.IsNullOrEmpty(DotnetHost) ? ToolName : DotnetHost!;

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        _said.Add(singleLine);
        Log.Message(MessageImportance.Low, singleLine);
    }

    /// <summary>What the command wrote, as one line.</summary>
    protected string Said() => string.Join(" ", _said.Select(s => s.StartsWith("error: ", StringComparison.Ordinal) ? s.Substring(7) : s));
}
