using Microsoft.Build.Framework;

namespace TypedPolicy.Build;

/// <summary>Reports that a project has the interfaces of headers that it does not name.</summary>
public sealed class ReportHeaders : Microsoft.Build.Utilities.Task
{
    /// <summary>What the base is called.</summary>
    [Required]
    public string BaseName { get; set; } = "";

    /// <summary>The folder of the headers.</summary>
    [Required]
    public string Headers { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Log.MessageOnce(BuildEngine4, $"The interfaces of {BaseName} are those of the headers that are installed in {Headers}. To leave them out, set TypedPolicyUseInstalledPolicy to false.");
        return true;
    }
}
