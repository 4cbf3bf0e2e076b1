using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build;

/// <summary>Has the command <c>typedpolicy import</c> write the C# of a base policy into the cache.</summary>
public sealed class ImportPolicyHeaders : PolicyCommand
{
    private const string Warning = "warning: ";

    /// <summary>The folder of the headers.</summary>
    [Required]
    public string Headers { get; set; } = "";

    /// <summary>What the base is called.</summary>
    [Required]
    public string BaseName { get; set; } = "";

    /// <summary>The folder that the sources go to.</summary>
    [Required]
    public string SourceFolder { get; set; } = "";

    /// <summary>The root of the installed policy that the headers belong to; nothing for the one that the command finds.</summary>
    public string? Installed { get; set; }

    /// <summary>What m4 is told beside what the headers' own Makefile tells it.</summary>
    public string[] Definitions { get; set; } = [];

    /// <summary>Whether nobody named the headers, so that a project does without them where they cannot be read.</summary>
    public bool IsOfMachine { get; set; }

    /// <summary>The project, whose error it is.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Log.Message(MessageImportance.High, $"Reading the base policy {BaseName} from {Headers}. This is done once, until the headers change.");
        return base.Execute();
    }

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendFileNameIfNotNull(Tool);
        line.AppendSwitch("import");
        line.AppendFileNameIfNotNull(Headers);
        line.AppendSwitchIfNotNull("--name ", BaseName);
        line.AppendSwitchIfNotNull("--output ", SourceFolder);
        line.AppendSwitchIfNotNull("--installed ", string.IsNullOrEmpty(Installed) ? null : Installed);
        foreach (var definition in Definitions)
        {
            line.AppendSwitchIfNotNull("--define ", definition);
        }

        line.AppendSwitch("--if-missing");
        return line.ToString();
    }

    /// <summary>What is wrong in the headers is told once, when they are read: it is the distribution's to mend, so it is not a warning of this build.</summary>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        base.LogEventsFromTextOutput(singleLine, messageImportance);
        if (singleLine.StartsWith(Warning, StringComparison.Ordinal))
        {
            Log.Message(MessageImportance.High, $"{BaseName}: {singleLine.Substring(Warning.Length)}");
        }
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        var text = $"The base policy {BaseName} cannot be read: {(ExitCode == NoRuntime ? NeedsRuntime : Said())}";
        if (IsOfMachine)
        {
            Log.Message(MessageImportance.High, $"{text} It is left out.");
            return true;
        }

        Log.Error(ErrorIds.HeadersNotReadable, text, ProjectFile);
        return false;
    }
}
