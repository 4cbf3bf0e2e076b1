using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Asks setools' own library many questions in one process: its commands read the policy anew for each.</summary>
internal static class Setools
{
    /// <summary>Runs a script of this assembly with the policy's path and further arguments; questions go in by lines, and answers come out by lines.</summary>
    public static string[] Ask(string script, IEnumerable<string> questions, params string[] arguments)
    {
        using var stream = typeof(Setools).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        var run = Tool.Python.Run(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', questions)), ["-c", reader.ReadToEnd(), .. arguments]).Succeeded();
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// Runs a command of setools many times with different arguments: its own program, in one interpreter that keeps the policy and the analysis, which each process would
    /// take from seconds to half a minute to make anew. Lines of what it said are joined by tabs.
    /// </summary>
    public static string[] AskCommand(string command, IEnumerable<string> arguments) => Ask("command.py", arguments, $"/usr/bin/{command}");
}
