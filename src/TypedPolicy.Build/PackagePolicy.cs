using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build;

/// <summary>Has the command <c>typedpolicy package</c> make packages of what was built. One that cannot be made is an error: somebody asked for it.</summary>
public sealed class PackagePolicy : PolicyCommand
{
    /// <summary>The command is not a child: it may start what builds packages.</summary>
    public PackagePolicy() => EnvironmentVariables = [];

    /// <summary>The project that was built.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The configuration that was built.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The folder that the packages go to.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The kinds of packages, with semicolons.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>The name of the package.</summary>
    public string PackageName { get; set; } = "";

    /// <summary>What it is.</summary>
    public string Description { get; set; } = "";

    /// <summary>Who answers for it.</summary>
    public string Maintainer { get; set; } = "";

    /// <summary>Years and holder of the copyright.</summary>
    public string Copyright { get; set; } = "";

    /// <summary>The licence.</summary>
    public string License { get; set; } = "";

    /// <summary>Where more is to be read.</summary>
    public string Homepage { get; set; } = "";

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder(quoteHyphensOnCommandLine: true);
        line.AppendFileNameIfNotNull(Tool);
        line.AppendSwitch("package");
        foreach (var (option, value) in new[]
        {
            ("project", ProjectFile), ("configuration", Configuration), ("output", OutputFolder), ("kinds", Kinds), ("name", PackageName),
            ("description", Description), ("maintainer", Maintainer), ("copyright", Copyright), ("license", License), ("homepage", Homepage),
        })
        {
            if (value.Length > 0)
            {
                line.AppendSwitchIfNotNull($"--{option}=", Word(value));
            }
        }

        return line.ToString();
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        Log.Error(ErrorIds.NotPackaged, $"No packages were made. {(ExitCode == NoRuntime ? NeedsRuntime : Said())}", ProjectFile);
        return false;
    }

    // A quote or a line end in a description would end the word on the command line.
    private static string Word(string value) => value.Replace('"', '\'').Replace("\r\n", "\n").Replace('\n', ' ').TrimEnd('\\');
}
