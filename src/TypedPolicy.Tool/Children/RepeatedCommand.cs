using System.CommandLine;
using System.CommandLine.Parsing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>A command that does its work in a child: the child gets the same command line.</summary>
internal static class RepeatedCommand
{
    /// <summary>Runs the command in a child, and answers as it does.</summary>
    public static int Run(ParseResult parsed)
    {
        var run = Progress.Run("Linking", () => ChildCommand.Run(Arguments(parsed.CommandResult)));
        parsed.InvocationConfiguration.Output.Write(run.Output);
        parsed.InvocationConfiguration.Error.Write(run.Error);
        return run.Code;
    }

    /// <summary>The command line anew, so that no value can be taken for an option, and no option for a value.</summary>
    internal static IEnumerable<string> Arguments(CommandResult command)
    {
        var options = command.Children.OfType<OptionResult>().Where(o => !o.Implicit).SelectMany(o => o.Tokens.Count == 0 ? [o.Option.Name] : o.Tokens.Select(t => Option(o.Option.Name, t.Value)));
        return [command.Command.Name, .. options, "--", .. command.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)];
    }

    /// <summary>An option and its value as one argument.</summary>
    internal static string Option(string name, string value) => $"{name}={value}";
}
