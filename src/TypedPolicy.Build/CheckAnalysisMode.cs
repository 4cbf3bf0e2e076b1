using Microsoft.Build.Framework;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>Reports that TypedPolicyAnalysisMode is not one of the modes, and which was probably meant. Runs only where there is no config for it.</summary>
public sealed class CheckAnalysisMode : Microsoft.Build.Utilities.Task
{
    private static readonly string[] Modes = ["Default", "Strict", "All", "None"];

    /// <summary>What the project asks for.</summary>
    [Required]
    public string Mode { get; set; } = "";

    /// <summary>The project, where the error is reported.</summary>
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var near = Modes.FirstOrDefault(mode => mode.Equals(Mode, StringComparison.OrdinalIgnoreCase)) ?? Similar.To(Mode, Modes);
        Log.Error(
            ErrorIds.UnknownMode,
            $"Invalid value '{Mode}' for TypedPolicyAnalysisMode.{(near is null ? "" : $" Did you mean '{near}'?")} Use Default, Strict, All or None.",
            ProjectFile);
        return false;
    }
}
