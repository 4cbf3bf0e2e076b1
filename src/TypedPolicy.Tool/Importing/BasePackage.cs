using System.Diagnostics;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Tool.Importing;

/// <summary>Has the .NET SDK pack a project of bindings.</summary>
internal static class BasePackage
{
    /// <summary>Packs it.</summary>
    /// <param name="project">The folder of the project.</param>
    /// <param name="output">The folder that the package goes to.</param>
    /// <param name="say">Gets what the SDK writes where it fails.</param>
    /// <returns>Whether the package is there.</returns>
    public static bool Pack(string project, string output, Action<string> say)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            ArgumentList =
            {
                "pack", project, "--output", output, "--nologo",

                // The feeds are those of the folder that the command is run in, as with every other command of dotnet.
                $"-p:RestoreRootConfigDirectory={MSBuildText.Escape(Environment.CurrentDirectory)}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            say(text);
        }

        return process.ExitCode == 0;
    }
}
